package dev.kindling.embedded.internal.operator.kubeflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.internal.driver.Role;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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

    boolean isSuspended() {
        return spec().path("suspend").asBoolean();
    }

    RestartPolicy restartPolicy() {
        return new RestartPolicy(spec().path("restartPolicy"));
    }

    /** How long it stays after its end; empty: for ever. */
    Optional<Duration> timeToLive() {
        var seconds = spec().path("timeToLiveSeconds");
        return seconds.isNumber() ? Optional.of(Duration.ofSeconds(seconds.asLong())) : Optional.empty();
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

    /** Whether another spec asks for another run: these two fields can be changed while it runs. */
    boolean asksForAnother(Application before) {
        return !comparable().equals(before.comparable());
    }

    private JsonNode comparable() {
        return spec() instanceof ObjectNode spec
                ? spec.deepCopy().without(List.of("suspend", "timeToLiveSeconds"))
                : spec();
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
