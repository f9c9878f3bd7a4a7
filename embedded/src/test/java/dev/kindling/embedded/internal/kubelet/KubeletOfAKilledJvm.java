package dev.kindling.embedded.internal.kubelet;

import static dev.kindling.embedded.internal.kubelet.KubeletHarness.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Starts pods of three kinds, says their process numbers, and waits to be killed. */
final class KubeletOfAKilledJvm {

    private KubeletOfAKilledJvm() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var kubelet = new KubeletHarness(config -> config);
        System.out.println("state=" + kubelet.state());
        kubelet.create(script("sleeper", "exec sleep 600").build());
        // Deaf to SIGTERM, and with a child of its own.
        kubelet.create(script("deaf", "trap '' TERM HUP; sleep 601 & wait").build());
        String program =
                "class Sleep { public static void main(String[] a) throws Exception { Thread.sleep(600000); } }";
        kubelet.create(script("java", "echo '" + program + "' > Sleep.java; exec $JAVA_HOME/bin/java Sleep.java")
                .build());
        for (String pod : List.of("sleeper", "deaf", "java")) {
            kubelet.awaitPhase(pod, "Running");
        }
        try (Stream<Path> pids = Files.list(kubelet.state().resolve("pids"))) {
            pids.forEach(pid -> System.out.println("pid=" + pid.getFileName()));
        }
        new CountDownLatch(1).await();
    }
}
