package dev.kindling.embedded.internal.operator.kubeflow;

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
import dev.kindling.embedded.internal.store.StoreEvent;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With a real store and without a kubelet: the test says how the pods fare. */
class KubeflowOperatorTest {

    private final ObjectStore store = new ObjectStore(Admission.NONE);
    private final List<String> states = new CopyOnWriteArrayList<>();
    private final WorkQueue queue = new WorkQueue("operator-test");
    private final KubeflowOperator operator =
            KubeflowOperator.start(store, "https://127.0.0.1:6443", queue, Duration.ZERO);

    {
        store.watch(ResourceTypes.KUBEFLOW_APPLICATIONS, "", Runnable::run, this::record);
    }

    @AfterEach
    void close() {
        operator.close();
        queue.close();
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
        for (var type : List.of(ResourceTypes.CONFIG_MAPS, ResourceTypes.SECRETS)) {
            assertThat(store.list(type, "etl").objects()).isNotEmpty().allSatisfy(object -> assertThat(
                            object.at("/metadata/ownerReferences/0/uid").asText())
                    .isEqualTo(pod));
        }
    }

    @Test
    void aServiceStandsBeforeTheUi() {
        create(Applications.nightly());
        awaitState("SUBMITTED");
        await().until(() -> !status().at("/driverInfo/webUIServiceName").isMissingNode());

        var service = get(ResourceTypes.SERVICES, "nightly-ui-svc");
        assertThat(service.at("/spec/selector/spark-role").asText()).isEqualTo("driver");
        assertThat(service.at("/spec/ports/0/port").asInt()).isEqualTo(4040);
        assertThat(service.at("/metadata/ownerReferences/0/kind").asText()).isEqualTo("SparkApplication");
        assertThat(status().at("/driverInfo/webUIPort").asInt()).isEqualTo(4040);
        assertThat(status().at("/driverInfo/webUIAddress").asText()).isEqualTo("nightly-ui-svc:4040");
    }

    @Test
    void afterTwoFailuresTheThirdAttemptOfTheSameNameSucceeds() {
        create(Applications.nightly(
                "restartPolicy: {type: OnFailure, onFailureRetries: 3, onFailureRetryInterval: 0}"));
        var pods = new LinkedHashSet<String>();
        for (var attempt = 1; attempt <= 3; attempt++) {
            awaitAttempt(attempt);
            var pod = get(ResourceTypes.PODS, "nightly-driver");
            pods.add(pod.at("/metadata/uid").asText());
            assertThat(pod.at("/metadata/labels").path(Labels.SUBMISSION).asText())
                    .isEqualTo(status().path("submissionID").asText());
            driver(attempt < 3 ? "Failed" : "Succeeded", attempt < 3 ? 1 : 0);
        }
        awaitState("COMPLETED");

        assertThat(pods).hasSize(3);
        assertThat(states)
                .containsSubsequence("", "SUBMITTED", "FAILING", "PENDING_RERUN", "SUBMITTED", "FAILING")
                .containsSubsequence("FAILING", "PENDING_RERUN", "SUBMITTED", "SUCCEEDING", "COMPLETED")
                .doesNotContain("FAILED");
    }

    @Test
    void suspendedItsPodGoesAndResumedItComesBack() {
        create(Applications.nightly());
        awaitState("SUBMITTED");
        driver("Running", null);
        awaitState("RUNNING");
        spec("suspend", true);
        awaitState("SUSPENDED");
        await().until(() ->
                store.get(ResourceTypes.PODS, "etl", "nightly-driver").isEmpty());
        spec("suspend", false);
        awaitAttempt(2);

        assertThat(states)
                .containsExactly("", "SUBMITTED", "RUNNING", "SUSPENDING", "SUSPENDED", "RESUMING", "SUBMITTED");
        assertThat(reasons())
                .contains("SparkApplicationSuspending", "SparkApplicationSuspended", "SparkApplicationResuming");
    }

    @Test
    void anotherSpecRunsAFinishedApplicationAgain() {
        create(Applications.nightly());
        awaitState("SUBMITTED");
        driver("Succeeded", 0);
        awaitState("COMPLETED");
        spec("mainClass", "x.Other");
        await().until(() -> states.lastIndexOf("SUBMITTED") > states.indexOf("COMPLETED"));

        assertThat(states).containsSubsequence("COMPLETED", "INVALIDATING", "PENDING_RERUN", "SUBMITTED");
        assertThat(status().path("executionAttempts").asInt()).isEqualTo(1);
    }

    @Test
    void afterItsTimeToLiveItIsGone() {
        create(Applications.nightly("timeToLiveSeconds: 0"));
        awaitState("SUBMITTED");
        driver("Succeeded", 0);

        await().until(() ->
                store.get(ResourceTypes.KUBEFLOW_APPLICATIONS, "etl", "nightly").isEmpty());
        assertThat(states).contains("COMPLETED");
    }

    @Test
    void aRefusedApplicationSaysWhyAndHasNoPod() {
        create(Applications.nightly("mode: client"));
        awaitState("FAILED");

        assertThat(states).containsExactly("", "SUBMISSION_FAILED", "FAILED");
        assertThat(error()).contains("spec.mode: client");
        assertThat(store.list(ResourceTypes.PODS, "").objects()).isEmpty();
    }

    @Test
    void sparksOwnRefusalReachesTheStatus() {
        create(Applications.nightly("driver: {memory: 4 bananas}"));
        awaitState("FAILED");

        assertThat(error())
                .startsWith("failed to submit spark application: failed to run spark-submit: ")
                .contains("4 bananas");
    }

    @Test
    void aTakenDriverNameIsASubmissionFailure() {
        var pod = Json.write(Applications.nightly().json());
        pod.set("metadata", Json.write(Map.of("name", "nightly-driver", "namespace", "etl")));
        store.create(ResourceTypes.PODS, pod);
        create(Applications.nightly());
        awaitState("FAILED");

        assertThat(states).contains("SUBMISSION_FAILED");
        assertThat(error())
                .isEqualTo("failed to submit spark application: failed to run spark-submit: driver pod already exist");
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

    private void spec(String field, Object value) {
        store.update(ResourceTypes.KUBEFLOW_APPLICATIONS, "etl", "nightly", application -> {
            application.withObject("/spec").putPOJO(field, value);
            return Json.write(application);
        });
    }

    /** The pod of an attempt is there before the status says so. */
    private void awaitAttempt(int number) {
        await().until(() -> status().path("executionAttempts").asInt() == number);
    }

    private JsonNode status() {
        return get(ResourceTypes.KUBEFLOW_APPLICATIONS, "nightly").path("status");
    }

    private List<String> reasons() {
        return store.list(ResourceTypes.EVENTS, "etl").objects().stream()
                .map(event -> event.path("reason").asText())
                .toList();
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
