package dev.kindling.internal.application;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.internal.driver.LoneDriver;
import dev.kindling.target.Operator;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.Map;
import java.util.function.Function;

/** What differs between the operators, or without one, for someone who submits to them and looks on. */
enum Dialect {
    KUBEFLOW(
            "Kubeflow Spark operator",
            "kubeflow",
            "sparkoperator.k8s.io",
            "v1beta2",
            "SparkApplication",
            "sparkapplications",
            "sparkoperator.k8s.io/app-name",
            KubeflowStatus::read),
    APACHE(
            "Apache Spark Kubernetes operator",
            "apache",
            "spark.apache.org",
            "v1",
            "SparkApplication",
            "sparkapplications",
            "spark.operator/spark-app-name",
            ApacheStatus::read),
    /** Without operator the driver's pod is the application. */
    NONE("Kubernetes", "none", "", "v1", "Pod", "pods", LoneDriver.NAME_LABEL, DriverStatus::read);

    final String product;

    /** The method of {@link Operator} that names it. */
    final String call;

    private final String group;
    private final String version;
    private final String kind;
    private final String plural;
    private final String nameLabel;
    private final Function<JsonNode, Observation> reader;

    Dialect(
            String product,
            String call,
            String group,
            String version,
            String kind,
            String plural,
            String nameLabel,
            Function<JsonNode, Observation> reader) {
        this.product = product;
        this.call = call;
        this.group = group;
        this.version = version;
        this.kind = kind;
        this.plural = plural;
        this.nameLabel = nameLabel;
        this.reader = reader;
    }

    static Dialect of(Operator operator) {
        if (operator instanceof Operator.None) {
            return NONE;
        }
        return operator instanceof Operator.Kubeflow ? KUBEFLOW : APACHE;
    }

    ResourceDefinitionContext resource() {
        return new ResourceDefinitionContext.Builder()
                .withGroup(group)
                .withVersion(version)
                .withKind(kind)
                .withPlural(plural)
                .withNamespaced(true)
                .build();
    }

    /** The plural with its group, as it stands in errors and in roles: both operators use the same plural. */
    String resourceName() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    String group() {
        return group;
    }

    /** Finds all pods of an application; their names differ from operator to operator. */
    Map<String, String> podsOf(String application) {
        return Map.of(nameLabel, application);
    }

    Observation read(JsonNode status) {
        return reader.apply(status);
    }
}
