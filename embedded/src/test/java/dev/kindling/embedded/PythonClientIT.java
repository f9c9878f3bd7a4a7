package dev.kindling.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Python's client, as Airflow uses it. Needs a Python that can {@code import kubernetes}: python3 on the path, or the one
 * the environment variable KUBERNETES_PYTHON names.
 */
@Tag("embedded")
@Timeout(120)
class PythonClientIT {
    @Test
    void aPodIsCreatedWatchedReadAndDeleted() throws Exception {
        Optional<String> python =
                ClientProgram.find("KUBERNETES_PYTHON", "python3").filter(PythonClientIT::hasClient);
        assumeTrue(python.isPresent(), "SKIPPED: no python3 with the package kubernetes; see KUBERNETES_PYTHON");
        String script = Path.of(getClass().getResource("watch.py").toURI()).toString();
        try (EmbeddedKubernetes kubernetes = EmbeddedKubernetes.start()) {
            String output = new ClientProgram(List.of(python.get(), script), kubernetes.kubeconfig()).run();
            // A watch shows what is there when it begins: by then the pod may have left Pending.
            assertThat(output).containsPattern("(^|,)Succeeded\n").endsWith("from the pod");
        }
    }

    private static boolean hasClient(String python) {
        try {
            Process process = new ProcessBuilder(python, "-c", "import kubernetes")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (java.io.IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
