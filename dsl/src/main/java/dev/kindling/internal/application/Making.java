package dev.kindling.internal.application;

import dev.kindling.internal.driver.DriverLaunch;
import dev.kindling.internal.driver.DriverObjects;
import dev.kindling.internal.driver.LoneDriver;
import dev.kindling.internal.operator.Dialect;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.FieldValidateable;
import java.util.Map;

/** Puts a draft into the cluster: as a custom resource for an operator, or as a driver's pod where there is none. */
interface Making {

    static Making of(ApplicationApi api, Draft draft) {
        return api.dialect().equals(Dialect.OF_NONE) ? new OfDriver(api, draft) : new OfResource(api, draft);
    }

    /** Everything but storing it. */
    void dryRun();

    GenericKubernetesResource create();

    /** Strict in the dry run: later an unknown field would be dropped without a word. */
    record OfResource(ApplicationApi api, Draft draft) implements Making {
        @Override
        public void dryRun() {
            api.applications()
                    .resource(draft.resource())
                    .dryRun()
                    .fieldValidation(FieldValidateable.Validation.STRICT)
                    .create();
        }

        @Override
        public GenericKubernetesResource create() {
            return api.applications().resource(draft.resource()).create();
        }
    }

    /** The pod, and what belongs to it. */
    record OfDriver(ApplicationApi api, Draft draft) implements Making {
        @Override
        public void dryRun() {
            api.connection().client().resource(objects().pod()).dryRun().create();
        }

        @Override
        public GenericKubernetesResource create() {
            var client = api.connection().client();
            var pod = DriverLaunch.create(client, objects());
            return client.getKubernetesSerialization().convertValue(pod, GenericKubernetesResource.class);
        }

        private DriverObjects objects() {
            @SuppressWarnings("unchecked")
            Map<String, Object> tree =
                    api.connection().client().getKubernetesSerialization().convertValue(draft.resource(), Map.class);
            return LoneDriver.objects(tree, api.namespace());
        }
    }
}
