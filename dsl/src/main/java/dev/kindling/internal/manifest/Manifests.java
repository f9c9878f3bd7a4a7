package dev.kindling.internal.manifest;

import dev.kindling.internal.check.SpecCheck;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.run.SparkManifest;
import dev.kindling.target.Operator;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** From an application's plan to the custom resource of an operator. Pure. */
public final class Manifests {
    /** What the CRs declare: the Spark that Kindling is built with. */
    static final String SPARK_VERSION = "4.1.1";

    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    private Manifests() {}

    /** Without namespace and service account, for looking at and for whoever applies it. */
    public static SparkManifest of(ApplicationPlan plan, Operator operator) {
        return of(plan, operator, Optional.empty(), Optional.empty());
    }

    /** As it is submitted. The driver's own service account wins over the target's. */
    public static SparkManifest of(
            ApplicationPlan plan, Operator operator, Optional<String> namespace, Optional<String> serviceAccount) {
        SpecCheck.applicationWithImage(plan);
        DialectCheck.check(plan, operator);
        var account = plan.workload().driver().serviceAccount().or(() -> serviceAccount);
        boolean kubeflow = operator instanceof Operator.Kubeflow;
        var apiVersion = kubeflow ? KubeflowSpec.API_VERSION : ApacheSpec.API_VERSION;
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("name", plan.workload().name());
        namespace.ifPresent(name -> metadata.put("namespace", name));
        var resource = new LinkedHashMap<String, Object>();
        resource.put("apiVersion", apiVersion);
        resource.put("kind", "SparkApplication");
        resource.put("metadata", metadata);
        resource.put("spec", spec(plan, kubeflow, account));
        return new SparkManifest(apiVersion, "SparkApplication", plan.workload().name(), YAML.asYaml(resource));
    }

    private static Map<String, Object> spec(ApplicationPlan plan, boolean kubeflow, Optional<String> account) {
        return kubeflow ? KubeflowSpec.of(plan, account) : ApacheSpec.of(plan, account);
    }
}
