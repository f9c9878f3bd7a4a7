package dev.kindling.embedded.internal.operator;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;

/** One {@code SparkApplication} as read from the store; the JSON is not changed. */
record Application(JsonNode json) {

    static final String API_VERSION = "sparkoperator.k8s.io/v1beta2";
    static final String KIND = "SparkApplication";

    String namespace() {
        return json.at("/metadata/namespace").asText();
    }

    String name() {
        return json.at("/metadata/name").asText();
    }

    String uid() {
        return json.at("/metadata/uid").asText();
    }

    JsonNode labels() {
        return json.at("/metadata/labels");
    }

    JsonNode spec() {
        return json.path("spec");
    }

    JsonNode section(Role role) {
        return spec().path(role.text);
    }

    boolean isPython() {
        return spec().path("type").asText().equals("Python");
    }

    boolean isBeingDeleted() {
        return json.at("/metadata").hasNonNull("deletionTimestamp");
    }

    ApplicationStatus status() {
        return ApplicationStatus.of(json.path("status"));
    }

    /** As Kubeflow names it: {@code driver.podName}, else Spark's setting, else {@code NAME-driver}. */
    String driverPod() {
        var named = section(Role.DRIVER).path("podName").asText();
        if (!named.isEmpty()) {
            return named;
        }
        var configured = spec().path("sparkConf")
                .path("spark.kubernetes.driver.pod.name")
                .asText();
        return configured.isEmpty() ? name() + "-driver" : configured;
    }

    OwnerReference owner() {
        return new OwnerReferenceBuilder()
                .withApiVersion(API_VERSION)
                .withKind(KIND)
                .withName(name())
                .withUid(uid())
                .withController(true)
                .withBlockOwnerDeletion(true)
                .build();
    }
}
