package dev.kindling.embedded.internal.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.Admission;
import dev.kindling.embedded.internal.store.DeleteOptions;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.embedded.internal.store.StoreEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With a real store and without a kubelet: the test says how the pods fare. */
class SparkOperatorTest {

    private final ObjectStore store = new ObjectStore(Admission.NONE);
    private final List<String> states = new CopyOnWriteArrayList<>();
    private final SparkOperator operator = SparkOperator.start(store, "https://127.0.0.1:6443");

    {
        store.watch(ResourceTypes.KUBEFLOW_APPLICATIONS, "", Runnable::run, this::record);
    }

    @AfterEach
    void close() {
        operator.close();
    }

    @Test
    void anApplicationGoesThroughAllStatesToCompleted() {
        create(Applications.nightly());
        awaitState("SUBMITTED");
        driver("Running", null);
        awaitState("RUNNING");
        driver("Succeeded", 0);
        awaitState("COMPLETED");

        assertThat(states).containsExactly("", "SUBMITTED", "RUNNING", "SUCCEEDING", "COMPLETED");
        var status = get(ResourceTypes.KUBEFLOW_APPLICATIONS, "nightly").path("status");
        assertThat(status.at("/driverInfo/podName").asText()).isEqualTo("nightly-driver");
        assertThat(status.path("executionAttempts").asInt()).isEqualTo(1);
        assertThat(status.path("submissionAttempts").asInt()).isEqualTo(1);
        assertThat(status.path("lastSubmissionAttemptTime").asText()).isNotEmpty();
        assertThat(status.path("terminationTime").asText()).isNotEmpty();
    }

    @Test
    void everythingOfTheDriverIsOwnedByItsPod() {
        create(Applications.nightly());
        awaitState("SUBMITTED");

        var pod = get(ResourceTypes.PODS, "nightly-driver").at("/metadata/uid").asText();
        for (var type : List.of(ResourceTypes.CONFIG_MAPS, ResourceTypes.SECRETS, ResourceTypes.SERVICES)) {
            assertThat(store.list(type, "etl").objects()).isNotEmpty().allSatisfy(object -> assertThat(
                            object.at("/metadata/ownerReferences/0/uid").asText())
                    .isEqualTo(pod));
        }
    }

    @Test
    void aRefusedApplicationSaysWhyAndHasNoPod() {
        create(Applications.nightly("restartPolicy: {type: OnFailure, onFailureRetries: 3}"));
        awaitState("FAILED");

        assertThat(states).containsExactly("", "SUBMISSION_FAILED", "FAILED");
        assertThat(error()).contains("restartPolicy").contains("OnFailure");
        assertThat(store.list(ResourceTypes.PODS, "").objects()).isEmpty();
    }

    @Test
    void sparksOwnRefusalReachesTheStatus() {
        create(Applications.nightly("driver: {memory: 4 bananas}"));
        awaitState("FAILED");

        assertThat(error()).startsWith("failed to submit spark application: ").contains("4 bananas");
    }

    @Test
    void aTakenDriverNameIsASubmissionFailure() {
        var pod = Json.write(Applications.nightly().json());
        pod.set("metadata", Json.write(Map.of("name", "nightly-driver", "namespace", "etl")));
        store.create(ResourceTypes.PODS, pod);
        create(Applications.nightly());
        awaitState("FAILED");

        assertThat(states).contains("SUBMISSION_FAILED");
        assertThat(error()).contains("nightly-driver").contains("already exists");
        assertThat(store.list(ResourceTypes.SECRETS, "").objects()).isEmpty();
    }

    @Test
    void aDriverThatIsDeletedByHandFailsTheApplication() {
        create(Applications.nightly());
        awaitState("SUBMITTED");
        store.delete(ResourceTypes.PODS, "etl", "nightly-driver", DeleteOptions.DEFAULT);
        awaitState("FAILED");

        assertThat(error()).isEqualTo("driver pod not found");
    }

    private void create(Application application) {
        store.create(ResourceTypes.KUBEFLOW_APPLICATIONS, (ObjectNode) application.json());
    }

    private void driver(String phase, Integer exitCode) {
        store.update(ResourceTypes.PODS, "etl", "nightly-driver", pod -> {
            var status = pod.withObject("/status").put("phase", phase);
            if (exitCode != null) {
                var container = status.withArray("containerStatuses").addObject();
                container.put("name", "spark-kubernetes-driver");
                container.withObject("/state/terminated").put("exitCode", exitCode);
            }
            return pod;
        });
    }

    private void awaitState(String state) {
        await().until(() -> states.contains(state));
    }

    private String error() {
        return get(ResourceTypes.KUBEFLOW_APPLICATIONS, "nightly")
                .at("/status/applicationState/errorMessage")
                .asText();
    }

    private ObjectNode get(ResourceType type, String name) {
        return store.get(type, "etl", name).orElseThrow();
    }

    private void record(StoreEvent event) {
        if (event.change() != StoreEvent.Change.BOOKMARK) {
            var state = new Application(event.object()).status().state().text();
            if (states.isEmpty() || !states.get(states.size() - 1).equals(state)) {
                states.add(state);
            }
        }
    }
}
