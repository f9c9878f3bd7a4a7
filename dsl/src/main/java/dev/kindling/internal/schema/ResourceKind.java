package dev.kindling.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The custom resources of both operators. */
public enum ResourceKind {
    KUBEFLOW_APPLICATION("sparkoperator.k8s.io", "v1beta2", "SparkApplication", KubeflowRules.ALL),
    KUBEFLOW_SCHEDULE("sparkoperator.k8s.io", "v1beta2", "ScheduledSparkApplication", ScheduleRules.ALL),
    KUBEFLOW_CONNECT("sparkoperator.k8s.io", "v1alpha1", "SparkConnect", ConnectRules.ALL),
    APACHE_APPLICATION("spark.apache.org", "v1", "SparkApplication", ApacheRules.ALL),
    APACHE_CLUSTER("spark.apache.org", "v1", "SparkCluster", ClusterRules.ALL);

    private final String group;
    private final String version;
    private final String kind;
    private final List<Rule> rules;

    ResourceKind(String group, String version, String kind, List<Rule> rules) {
        this.group = group;
        this.version = version;
        this.kind = kind;
        this.rules = rules;
    }

    /** What a resource says it is, if it is one of these. */
    public static Optional<ResourceKind> of(JsonNode resource) {
        return Arrays.stream(values())
                .filter(known ->
                        known.apiVersion().equals(resource.path("apiVersion").asText())
                                && known.kind.equals(resource.path("kind").asText()))
                .findFirst();
    }

    public String apiVersion() {
        return group + "/" + version;
    }

    public String group() {
        return group;
    }

    public String kind() {
        return kind;
    }

    /** Whether somebody who wrote this may have meant this kind. */
    boolean isNear(String saidVersion, String saidKind) {
        return saidVersion.startsWith(group + "/")
                || kind.equals(saidKind)
                || Nearest.of(saidKind, List.of(kind)).isPresent();
    }

    List<Rule> rules() {
        return rules;
    }

    String fileName() {
        return group + "-" + version + "-" + kind + ".json";
    }
}
