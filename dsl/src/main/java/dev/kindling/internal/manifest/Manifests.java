package dev.kindling.internal.manifest;

import dev.kindling.internal.check.SpecCheck;
import dev.kindling.internal.conf.PodTemplates;
import dev.kindling.internal.driver.LoneDriver;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.run.SparkManifest;
import dev.kindling.target.ApacheOptions;
import dev.kindling.target.Operator;
import dev.kindling.value.PodPlan;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From an application's plan to the custom resource of an operator. Pure. */
public final class Manifests {
    /** What the CRs declare: the Spark that Kindling is built with. */
    public static final String SPARK_VERSION = "4.1.1";

    /** That of this Spark. */
    public static final String SCALA_VERSION = "2.13";

    /** Kueue's label for the local queue of a job. */
    public static final String KUEUE_QUEUE = "kueue.x-k8s.io/queue-name";

    private Manifests() {}

    /** Without namespace and service account, for looking at and for whoever applies it. */
    public static SparkManifest of(ApplicationPlan plan, Operator operator) {
        return of(plan, operator, Placement.none());
    }

    /** As it is submitted. The driver's own service account wins over the target's. */
    public static SparkManifest of(ApplicationPlan plan, Operator operator, Placement placement) {
        var resource = resource(plan, operator, placement);
        return operator instanceof Operator.None
                ? LoneDriver.manifest(resource, placement.namespace())
                : Text.of(resource, Warnings.of(plan.workload(), placement));
    }

    /** Of a tree that is whole. */
    public static SparkManifest of(Map<String, Object> resource) {
        return Text.of(resource, List.of());
    }

    /**
     * The resource as a tree, what the specs hold as the Kubernetes client's own types. Without operator it is the one
     * of Apache's: Kindling does itself what that operator would do with it.
     */
    public static Map<String, Object> resource(ApplicationPlan plan, Operator operator, Placement placement) {
        if (plan.origin().isPresent()) {
            return new OriginText(plan, plan.origin().get(), operator).resource(placement);
        }
        check(plan, operator);
        return unchecked(plan, operator, placement);
    }

    static void check(ApplicationPlan plan, Operator operator) {
        SpecCheck.applicationWithImage(plan);
        DialectCheck.check(plan, operator);
    }

    /** For a plan that was read from another resource: what that says is not Kindling's to refuse. */
    public static Map<String, Object> unchecked(ApplicationPlan plan, Operator operator, Placement placement) {
        return new Fields()
                .put("apiVersion", apiVersion(operator))
                .put("kind", "SparkApplication")
                .put("metadata", metadata(plan, placement))
                .put("spec", spec(plan, operator, placement))
                .tree();
    }

    private static Map<String, Object> spec(ApplicationPlan plan, Operator operator, Placement placement) {
        if (operator instanceof Operator.Kubeflow) {
            return KubeflowSpec.of(plan, placement);
        }
        var options = operator instanceof Operator.Apache apache ? apache.options() : ApacheOptions.defaults();
        return ApacheSpec.of(plan, options, placement);
    }

    static String name(ApplicationPlan plan, Placement placement) {
        return placement.name().orElse(plan.workload().name());
    }

    static Optional<String> account(ApplicationPlan plan, Placement placement) {
        return account(plan.workload(), placement);
    }

    static Optional<String> account(WorkloadPlan plan, Placement placement) {
        return plan.driver().serviceAccount().or(placement::serviceAccount);
    }

    static Optional<PodTemplateSpec> template(PodPlan pod, String container) {
        return PodTemplates.of(pod, container).map(template -> new PodTemplateSpecBuilder()
                .withMetadata(template.getMetadata())
                .withSpec(template.getSpec())
                .build());
    }

    public static String apiVersion(Operator operator) {
        return operator instanceof Operator.Kubeflow ? KubeflowSpec.API_VERSION : ApacheSpec.API_VERSION;
    }

    static Map<String, Object> metadata(ApplicationPlan plan, Placement placement) {
        return metadata(
                plan.workload().name(),
                plan.lifecycle()
                        .kueueQueue()
                        .map(queue -> placement.label(KUEUE_QUEUE, queue))
                        .orElse(placement));
    }

    static Map<String, Object> metadata(String name, Placement placement) {
        return new Fields()
                .put("name", placement.name().orElse(name))
                .put("namespace", placement.namespace())
                .put("labels", placement.labels())
                .put("annotations", placement.annotations())
                .tree();
    }
}
