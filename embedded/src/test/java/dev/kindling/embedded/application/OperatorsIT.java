package dev.kindling.embedded.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kindling.embedded.EmbeddedKubernetes;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resources as users write them, run by both operators with drivers as processes. The jobs need no SparkContext. */
@Tag("embedded")
class OperatorsIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String KUBEFLOW = "sparkoperator.k8s.io/v1beta2";
    private static final String APACHE = "spark.apache.org/v1";

    @TempDir
    static Path folder;

    private static EmbeddedKubernetes kubernetes;
    private static KubernetesClient client;
    private static String jar;
    private static String image;

    @BeforeAll
    static void start() throws IOException {
        jar = "local://" + TestJar.of(PlainJob.class, folder);
        kubernetes = EmbeddedKubernetes.start();
        image = kubernetes.cluster().image().orElseThrow().reference();
        client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubernetes.kubeconfig().toFile()))
                .build();
    }

    @AfterAll
    static void stop() {
        client.close();
        kubernetes.close();
    }

    @AfterEach
    void nothingIsLeft() {
        for (var kind : List.of("ScheduledSparkApplication", "SparkApplication")) {
            client.genericKubernetesResources(KUBEFLOW, kind)
                    .inNamespace("default")
                    .delete();
        }
        client.genericKubernetesResources(APACHE, "SparkApplication")
                .inNamespace("default")
                .delete();
        await().atMost(LIMIT)
                .until(() ->
                        client.pods().inNamespace("default").list().getItems().isEmpty());
    }

    @Test
    void aJobThatFailsOnceSucceedsWithItsSecondAttempt() {
        kubeflow(
                "again",
                "fail-once",
                "restartPolicy: {type: OnFailure, onFailureRetries: 2, onFailureRetryInterval: 1}");
        await().atMost(LIMIT).until(() -> kubeflowState("again").equals("COMPLETED"));

        assertThat(text(KUBEFLOW, "again", "executionAttempts")).isEqualTo("2");
        assertThat(reasons("again"))
                .contains("SparkApplicationSubmitted", "SparkDriverFailed", "SparkApplicationPendingRerun");
        assertThat(client.pods().inNamespace("default").withName("again-driver").getLog())
                .contains("second attempt");
    }

    @Test
    void suspendedItsProcessEndsAndResumedItBeginsAgain() {
        kubeflow("halted", "sleep", "restartPolicy: {type: Never}");
        await().atMost(LIMIT).until(() -> log("halted-driver").contains("sleeping"));
        var first =
                client.pods().inNamespace("default").withName("halted-driver").get();
        suspend("halted", true);
        await().atMost(LIMIT).until(() -> kubeflowState("halted").equals("SUSPENDED") && pod("halted-driver") == null);
        suspend("halted", false);
        await().atMost(LIMIT).until(() -> log("halted-driver").contains("sleeping"));

        assertThat(pod("halted-driver").getMetadata().getUid())
                .isNotEqualTo(first.getMetadata().getUid());
        assertThat(text(KUBEFLOW, "halted", "executionAttempts")).isEqualTo("2");
    }

    @Test
    void aScheduleMakesRunsThatEndAndAreForgotten() {
        apply(
                """
                apiVersion: sparkoperator.k8s.io/v1beta2
                kind: ScheduledSparkApplication
                metadata: {name: often, namespace: default}
                spec:
                  schedule: "@every 2s"
                  concurrencyPolicy: Forbid
                  template: %s
                """
                        .formatted(kubeflowSpec("often", "plain", "restartPolicy: {type: Never}")));

        await().atMost(LIMIT).until(() -> {
            var schedule = resource(KUBEFLOW, "ScheduledSparkApplication", "often");
            return schedule.get("status", "pastSuccessfulRunNames") instanceof List<?> names && !names.isEmpty();
        });
    }

    @Test
    void afterItsTimeToLiveItIsGoneWithItsPods() {
        kubeflow("short", "plain", "timeToLiveSeconds: 0");

        await().atMost(LIMIT).until(() -> resource(KUBEFLOW, "SparkApplication", "short") == null);
    }

    @Test
    void whatTheWebhookRefusesIsNotStored() {
        assertThatThrownBy(() -> kubeflow("denied", "plain", "sparkConf: {spark.master: local}"))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("admission webhook")
                .hasMessageContaining("sparkConf key \"spark.master\" is not allowed");
    }

    @Test
    void apachesOperatorRestartsWithAnotherDriverAndTellsTheWholeHistory() {
        apache("again", "fail-once", "restartConfig: {restartPolicy: OnFailure, restartBackoffMillis: 100}");
        await().atMost(LIMIT).until(() -> apacheState("again").equals("ResourceReleased"));

        assertThat(history("again", "status", "previousAttemptSummary", "stateTransitionHistory"))
                .startsWith("Submitted", "DriverRequested")
                .endsWith("Failed");
        assertThat(history("again", "status", "stateTransitionHistory"))
                .startsWith("ScheduledToRestart", "DriverRequested")
                .endsWith("Succeeded", "ResourceReleased");
    }

    @Test
    void apachesOperatorHoldsADeletedApplicationUntilItsDriverIsGone() {
        apache("deleted", "sleep", "");
        await().atMost(LIMIT).until(() -> log("deleted-0-driver").contains("sleeping"));
        client.genericKubernetesResources(APACHE, "SparkApplication")
                .inNamespace("default")
                .withName("deleted")
                .delete();
        await().atMost(LIMIT).until(() -> resource(APACHE, "SparkApplication", "deleted") == null);

        assertThat(pod("deleted-0-driver")).isNull();
    }

    private static void kubeflow(String name, String job, String field) {
        apply(
                """
                apiVersion: sparkoperator.k8s.io/v1beta2
                kind: SparkApplication
                metadata: {name: %s, namespace: default}
                spec: %s
                """
                        .formatted(name, kubeflowSpec(name, job, field)));
    }

    private static String kubeflowSpec(String name, String job, String field) {
        return ("{type: Java, mode: cluster, sparkVersion: 4.1.1, image: '%s', mainClass: %s, mainApplicationFile: '%s',"
                        + " arguments: [%s, '%s'], driver: {memory: 512m}, executor: {memory: 512m}, %s}")
                .formatted(image, PlainJob.class.getName(), jar, job, folder.resolve("kubeflow-" + name), field);
    }

    private static void apache(String name, String job, String tolerations) {
        apply(
                """
                apiVersion: spark.apache.org/v1
                kind: SparkApplication
                metadata: {name: %s, namespace: default}
                spec:
                  mainClass: %s
                  jars: '%s'
                  driverArgs: [%s, '%s']
                  runtimeVersions: {sparkVersion: 4.1.1}
                  applicationTolerations: {%s}
                  sparkConf: {spark.kubernetes.container.image: '%s', spark.driver.memory: 512m}
                """
                        .formatted(
                                name,
                                PlainJob.class.getName(),
                                jar,
                                job,
                                folder.resolve("apache-" + name),
                                tolerations,
                                image));
    }

    private static void apply(String yaml) {
        client.resource(yaml).create();
    }

    private static void suspend(String name, boolean suspended) {
        client.genericKubernetesResources(KUBEFLOW, "SparkApplication")
                .inNamespace("default")
                .withName(name)
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"suspend\":" + suspended + "}}");
    }

    private static GenericKubernetesResource resource(String version, String kind, String name) {
        return client.genericKubernetesResources(version, kind)
                .inNamespace("default")
                .withName(name)
                .get();
    }

    private static String kubeflowState(String name) {
        return text(KUBEFLOW, name, "applicationState", "state");
    }

    private static String apacheState(String name) {
        return text(APACHE, name, "currentState", "currentStateSummary");
    }

    private static String text(String version, String name, Object... path) {
        Object value = resource(version, "SparkApplication", name).get("status");
        for (var part : path) {
            value = value instanceof Map<?, ?> map ? map.get(part) : null;
        }
        return String.valueOf(value);
    }

    /** In the order of their numbers. */
    private static List<String> history(String name, Object... path) {
        var history = new TreeMap<Long, String>();
        Map<?, ?> states = resource(APACHE, "SparkApplication", name).get(path);
        states.forEach((number, state) -> history.put(
                Long.parseLong(String.valueOf(number)),
                String.valueOf(((Map<?, ?>) state).get("currentStateSummary"))));
        return List.copyOf(history.values());
    }

    private static List<String> reasons(String name) {
        return client.v1().events().inNamespace("default").list().getItems().stream()
                .filter(event -> event.getInvolvedObject().getName().equals(name))
                .map(event -> event.getReason())
                .toList();
    }

    private static Pod pod(String name) {
        return client.pods().inNamespace("default").withName(name).get();
    }

    private static String log(String pod) {
        try {
            return String.valueOf(
                    client.pods().inNamespace("default").withName(pod).getLog());
        } catch (KubernetesClientException e) {
            return "";
        }
    }
}
