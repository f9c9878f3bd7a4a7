package dev.kindling.cluster;

import static org.junit.jupiter.api.Assumptions.abort;

import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What only root on the cluster's node can do; elsewhere the test is skipped, loudly. */
final class ThisNode {

    private ThisNode() {}

    /** The first process of the pod's Spark container, as this machine numbers it. */
    static ProcessHandle executorProcess(Pod pod) throws IOException {
        String uid = pod.getMetadata().getUid();
        return ProcessHandle.allProcesses()
                .filter(process -> isExecutor(process, uid))
                .filter(process -> last(read(process, "status"), "NSpid:").equals("1"))
                .findFirst()
                .orElseGet(() -> skip("no process of pod " + pod.getMetadata().getName() + " on this machine"));
    }

    private static boolean isExecutor(ProcessHandle process, String podUid) {
        // The kubelet writes the uid with dashes or, under systemd, with underscores.
        return read(process, "cgroup").replace('_', '-').contains(podUid)
                && read(process, "cmdline").contains("KubernetesExecutorBackend");
    }

    private static String read(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // It ended meanwhile, or is another user's.
        }
    }

    private static String last(String text, String key) {
        return text.lines()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.lastIndexOf('\t') + 1))
                .findFirst()
                .orElse("");
    }

    /** Runs a command that needs root and returns what it prints. */
    static String command(String... words) {
        try {
            Process process =
                    new ProcessBuilder(List.of(words)).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.onExit().join().exitValue() == 0 ? said : skip(String.join(" ", words) + ": " + said);
        } catch (IOException e) {
            return skip(e.getMessage());
        }
    }

    static <T> T skip(String why) {
        System.err.println("SKIPPED: needs root on the cluster's node: " + why);
        return abort(why);
    }
}
