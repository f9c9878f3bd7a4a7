package dev.kindling.internal.application;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.target.Operator;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.Map;
import java.util.function.Function;

/** What differs between the operators for someone who submits to them and looks on. */
enum Dialect {
    KUBEFLOW(
            "Kubeflow Spark operator",
            "sparkoperator.k8s.io",
            "v1beta2",
            "sparkoperator.k8s.io/app-name",
            KubeflowStatus::read),
    APACHE(
            "Apache Spark Kubernetes operator",
            "spark.apache.org",
            "v1",
            "spark.operator/spark-app-name",
            ApacheStatus::read);

    private static final String PLURAL = "sparkapplications";

    final String product;
    private final String group;
    private final String version;
    private final String nameLabel;
    private final Function<JsonNode, Observation> reader;

    Dialect(String product, String group, String version, String nameLabel, Function<JsonNode, Observation> reader) {
        this.product = product;
        this.group = group;
        this.version = version;
        this.nameLabel = nameLabel;
        this.reader = reader;
    }

    static Dialect of(Operator operator) {
        return operator instanceof Operator.Kubeflow ? KUBEFLOW : APACHE;
    }

    ResourceDefinitionContext resource() {
        return new ResourceDefinitionContext.Builder()
                .withGroup(group)
                .withVersion(version)
                .withKind("SparkApplication")
                .withPlural(PLURAL)
                .withNamespaced(true)
                .build();
    }

    /** The plural with its group, as it stands in errors and in roles: both operators use the same plural. */
    String resourceName() {
        return PLURAL + "." + group;
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
