package dev.kindling.benchmarks.applications;

import dev.kindling.benchmarks.harness.Lab;
import dev.kindling.target.Rbac;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Kubeflow's applications, as a user's own program asks for them. */
final class Resources {

    static final ResourceDefinitionContext APPLICATIONS = new ResourceDefinitionContext.Builder()
            .withGroup("sparkoperator.k8s.io")
            .withVersion("v1beta2")
            .withKind("SparkApplication")
            .withPlural("sparkapplications")
            .withNamespaced(true)
            .build();

    private static final long PATIENCE_S = 60;

    private Resources() {}

    static NonNamespaceOperation<
                    GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            of(Lab lab) {
        MixedOperation<GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
                all = lab.client().genericKubernetesResources(APPLICATIONS);
        return all.inNamespace(lab.namespace());
    }

    /** Makes the accounts that an application needs, which preflight looks for. */
    static void allow(Lab lab, Rbac rbac) {
        var yaml = new ByteArrayInputStream(rbac.toYaml().getBytes(StandardCharsets.UTF_8));
        lab.client().load(yaml).inNamespace(lab.namespace()).resources().forEach(each -> each.create());
    }

    /** Fails if there are not as many as there should be: whoever was quicker by making fewer was not quicker. */
    static void removeAll(Lab lab, int expected) throws Exception {
        int found = of(lab).list().getItems().size();
        if (found != expected) {
            throw new IllegalStateException(found + " applications are there instead of " + expected);
        }
        of(lab).delete();
        lab.client()
                .genericKubernetesResources(APPLICATIONS)
                .inNamespace(lab.namespace())
                .informOnCondition(java.util.List::isEmpty)
                .get(PATIENCE_S, TimeUnit.SECONDS);
    }
}
