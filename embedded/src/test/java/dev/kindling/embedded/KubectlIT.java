package dev.kindling.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people type. Needs kubectl on the path, or named by the environment variable KUBECTL. */
@Tag("embedded")
@Timeout(120)
class KubectlIT {
    private static final String POD =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: %s}
            spec:
              restartPolicy: Never
              containers:
              - name: main
                image: kindling/spark:4.1.1
                command: [sh, -c, "%s"]
            """;

    private static final String PARKED = "sparkapplications.sparkoperator.k8s.io/parked";

    private static EmbeddedKubernetes kubernetes;
    private static ClientProgram kubectl;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        Optional<String> found = ClientProgram.find("KUBECTL", "kubectl");
        assumeTrue(found.isPresent(), "SKIPPED: no kubectl on the path; name one by KUBECTL=/path/to/kubectl");
        kubernetes = EmbeddedKubernetes.start();
        kubectl = new ClientProgram(List.of(found.get()), kubernetes.kubeconfig());
    }

    @AfterAll
    static void stop() {
        if (kubernetes != null) {
            kubernetes.close();
        }
    }

    @Test
    void aPodIsCreatedFollowedAwaitedDescribedAndDeleted() throws Exception {
        assertThat(kubectl.run("create", "-f", file("hello", "for i in 1 2 3; do echo line $i; sleep 1; done")))
                .isEqualTo("pod/hello created");
        kubectl.run("wait", "--for=condition=Ready", "pod/hello", "--timeout=20s");
        assertThat(kubectl.run("logs", "-f", "hello")).isEqualTo("line 1\nline 2\nline 3");
        kubectl.run("wait", "--for=jsonpath={.status.phase}=Succeeded", "pod/hello", "--timeout=20s");
        assertThat(kubectl.run("get", "pods", "-o", "wide"))
                .containsPattern("NAME +READY +STATUS +RESTARTS +AGE +IP +NODE")
                .containsPattern("hello +0/1 +Completed +0 ");
        assertThat(kubectl.run("describe", "pod", "hello")).contains("Exit Code:    0", "Started container main");
        assertThat(kubectl.run("delete", "pod", "hello")).contains("pod \"hello\" deleted");
        assertThat(kubectl.run("get", "pods", "--ignore-not-found", "hello")).isEmpty();
    }

    @Test
    void aRunningPodIsDeletedAndItsDeletionAwaited() throws Exception {
        kubectl.run("create", "-f", file("sleeper", "sleep 100"));
        kubectl.run("wait", "--for=condition=Ready", "pod/sleeper", "--timeout=20s");
        kubectl.run("delete", "pod", "sleeper", "--timeout=20s", "--grace-period=1");
        kubectl.run("wait", "--for=delete", "pod/sleeper", "--timeout=20s");
    }

    @Test
    void theWatchPrintsARowForEachChange() throws Exception {
        Process watch = kubectl.start("get", "pods", "-w", "--field-selector=metadata.name=watched");
        try (BufferedReader rows = ClientProgram.output(watch)) {
            kubectl.run("create", "-f", file("watched", "true"));
            StringBuilder seen = new StringBuilder();
            while (seen.indexOf("Completed") < 0) {
                seen.append(rows.readLine()).append('\n');
            }
            assertThat(seen.toString()).containsOnlyOnce("NAME").containsPattern("watched +0/1 +Completed");
            assertThat(seen.toString().lines()).hasSizeGreaterThan(2);
        } finally {
            watch.destroyForcibly().waitFor();
            kubectl.run("delete", "pod", "watched");
        }
    }

    @Test
    void manifestsAreAppliedTwice() throws Exception {
        Path manifest = Files.writeString(
                folder.resolve("map.yaml"), "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata: {k: one}\n");
        assertThat(kubectl.run("apply", "-f", manifest.toString())).isEqualTo("configmap/m created");
        assertThat(kubectl.run("apply", "-f", manifest.toString())).isEqualTo("configmap/m unchanged");
        Files.writeString(manifest, Files.readString(manifest).replace("k: one", "j: two"));
        assertThat(kubectl.run("apply", "-f", manifest.toString())).isEqualTo("configmap/m configured");
        assertThat(kubectl.run("get", "configmap", "m", "-o", "jsonpath={.data}"))
                .isEqualTo("{\"j\":\"two\"}");
        assertThat(kubectl.run("apply", "--server-side", "--force-conflicts", "-f", manifest.toString()))
                .isEqualTo("configmap/m serverside-applied");
        assertThat(kubectl.run("delete", "-f", manifest.toString())).contains("configmap \"m\" deleted");
    }

    @Test
    void sparkApplicationsAreListedWithTheColumnsOfTheirOperator() throws Exception {
        Path manifest = Files.writeString(
                folder.resolve("parked.yaml"),
                """
                apiVersion: sparkoperator.k8s.io/v1beta2
                kind: SparkApplication
                metadata: {name: parked}
                spec: {type: Java, sparkVersion: 4.1.1, mainApplicationFile: "local:///a.jar", suspend: true}
                """);
        kubectl.run("create", "-f", manifest.toString());
        kubectl.run("wait", "--for=jsonpath={.status.applicationState.state}=SUSPENDED", PARKED, "--timeout=20s");
        assertThat(kubectl.run("get", PARKED))
                .containsPattern("NAME +SUSPEND +STATUS +ATTEMPTS +START +FINISH +AGE")
                .containsPattern("parked +true +SUSPENDED ");
        assertThat(kubectl.run("describe", PARKED)).contains("SparkApplicationSuspended");
        assertThat(kubectl.run("delete", PARKED)).contains("deleted");
        assertThat(kubectl.run("api-resources"))
                .contains("scheduledsparkapplications", "sparkconnects", "sparkclusters");
        assertThat(kubectl.run("auth", "can-i", "create", "pods")).isEqualTo("yes");
    }

    private String file(String name, String script) throws Exception {
        return Files.writeString(folder.resolve(name + ".yaml"), POD.formatted(name, script))
                .toString();
    }
}
