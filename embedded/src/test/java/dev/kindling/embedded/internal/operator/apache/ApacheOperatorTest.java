package dev.kindling.embedded.internal.operator.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.operator.work.Json;
import dev.kindling.embedded.internal.operator.work.WorkQueue;
import dev.kindling.embedded.internal.store.Admission;
import dev.kindling.embedded.internal.store.DeleteOptions;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With a real store and without a kubelet: the test says how the pods fare. */
class ApacheOperatorTest {

    private final ObjectStore store = new ObjectStore(Admission.NONE);
    private final WorkQueue queue = new WorkQueue("operator-test");
    private final ApacheOperator operator =
            ApacheOperator.start(store, "https://127.0.0.1:6443", queue, Duration.ofMillis(10));

    @AfterEach
    void close() {
        operator.close();
        queue.close();
    }

    @Test
    void anApplicationGoesThroughAllStatesToTheEnd() {
        create(Applications.nightly());
        awaitState("DriverRequested");
        driver("nightly-0-driver", Pods.running());
        awaitState("RunningHealthy");
        driver("nightly-0-driver", Pods.ended("Succeeded", 0));
        awaitState("ResourceReleased");

        assertThat(history())
                .containsExactly(
                        "Submitted",
                        "DriverRequested",
                        "DriverStarted",
                        "DriverReady",
                        "RunningHealthy",
                        "Succeeded",
                        "ResourceReleased");
        assertThat(store.list(ResourceTypes.PODS, "etl").objects()).isEmpty();
    }

    @Test
    void theDriverHasTheLabelsAndTheDefaultsOfTheOperator() {
        create(Applications.nightly());
        awaitState("DriverRequested");

        var pod = get(ResourceTypes.PODS, "nightly-0-driver");
        assertThat(pod.at("/metadata/labels").path(Labels.APPLICATION).asText()).isEqualTo("nightly");
        assertThat(pod.at("/metadata/labels").path(Labels.ATTEMPT).asText()).isEqualTo("nightly-0");
        assertThat(pod.at("/metadata/labels/spark-app-name").asText()).isEqualTo("spark");
        assertThat(pod.at("/metadata/ownerReferences/0/uid").asText()).isNotEmpty();
        assertThat(get(ResourceTypes.CONFIG_MAPS, "nightly-0-conf").at("/data").toString())
                .contains("spark.io.encryption.enabled=true")
                .contains("spark.kubernetes.executor.deleteOnTermination=false")
                .contains("spark.authenticate=true");
        assertThat(get(ResourceTypes.SERVICES, "nightly-0-driver-svc")).isNotNull();
    }

    @Test
    void eachAttemptHasItsOwnDriver() {
        create(Applications.tolerating("restartConfig: {restartPolicy: OnFailure, restartBackoffMillis: 0}"));
        awaitState("DriverRequested");
        driver("nightly-0-driver", Pods.ended("Failed", 1));
        await().until(() ->
                store.get(ResourceTypes.PODS, "etl", "nightly-1-driver").isPresent());
        driver("nightly-1-driver", Pods.running());
        awaitState("RunningHealthy");

        assertThat(history())
                .containsExactly(
                        "ScheduledToRestart", "DriverRequested", "DriverStarted", "DriverReady", "RunningHealthy");
        assertThat(status().at("/previousAttemptSummary/stateTransitionHistory").toString())
                .contains("\"Failed\"");
    }

    @Test
    void whatCannotBeBuiltIsASchedulingFailureWithItsReason() {
        create(Applications.nightly("sparkConf: {spark.executor.instances: '1'}"));
        awaitState("ResourceReleased");

        assertThat(history()).containsExactly("Submitted", "SchedulingFailure", "ResourceReleased");
        assertThat(status().at("/stateTransitionHistory/1/message").asText())
                .startsWith("Failed to request driver from scheduler backend. StackTrace: ")
                .contains("Must specify the driver container image");
    }

    @Test
    void deletedWhileItRunsItGoesAfterItsDriver() {
        create(Applications.nightly());
        awaitState("DriverRequested");
        driver("nightly-0-driver", Pods.running());
        awaitState("RunningHealthy");
        store.delete(ResourceTypes.APACHE_APPLICATIONS, "etl", "nightly", DeleteOptions.DEFAULT);

        await().until(() ->
                store.get(ResourceTypes.APACHE_APPLICATIONS, "etl", "nightly").isEmpty());
        assertThat(store.list(ResourceTypes.PODS, "etl").objects()).isEmpty();
    }

    @Test
    void aDriverDeletedByHandIsAFailure() {
        create(Applications.nightly());
        awaitState("DriverRequested");
        store.delete(ResourceTypes.PODS, "etl", "nightly-0-driver", DeleteOptions.DEFAULT);
        awaitState("ResourceReleased");

        assertThat(history()).containsExactly("Submitted", "DriverRequested", "Failed", "ResourceReleased");
    }

    @Test
    void itIsDeletedAfterItsTime() {
        create(Applications.tolerating("ttlAfterStopMillis: 0"));
        awaitState("DriverRequested");
        driver("nightly-0-driver", Pods.ended("Failed", 1));

        await().until(() ->
                store.get(ResourceTypes.APACHE_APPLICATIONS, "etl", "nightly").isEmpty());
    }

    @Test
    void aLongNameIsReplacedByAHash() {
        var json = (ObjectNode) Applications.nightly().json();
        json.withObject("/metadata").put("name", "n".repeat(50));

        assertThat(new Application(json).id(Attempt.FIRST)).hasSize(46).startsWith("nnnnnnnnn-");
    }

    private void create(Application application) {
        store.create(ResourceTypes.APACHE_APPLICATIONS, (ObjectNode) application.json());
    }

    private void driver(String name, Pod like) {
        store.update(ResourceTypes.PODS, "etl", name, pod -> {
            pod.set("status", Json.write(like.getStatus()));
            return pod;
        });
    }

    private void awaitState(String state) {
        await().until(() ->
                status().at("/currentState/currentStateSummary").asText().equals(state));
    }

    private List<String> history() {
        return AppStatus.read(status()).orElseThrow().history().values().stream()
                .map(state -> state.summary().name())
                .toList();
    }

    private JsonNode status() {
        return get(ResourceTypes.APACHE_APPLICATIONS, "nightly").path("status");
    }

    private ObjectNode get(ResourceType type, String name) {
        return store.get(type, "etl", name).orElseThrow();
    }
}
