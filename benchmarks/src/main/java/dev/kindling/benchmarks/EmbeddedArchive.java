package dev.kindling.benchmarks;

import dev.kindling.benchmarks.harness.ChildJvm;
import dev.kindling.embedded.EmbeddedKubernetes;
import dev.kindling.embedded.EmbeddedOptions;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** In a JVM of its own, with an empty cache: boot and a first session, which has to make the class archive. */
final class EmbeddedArchive {

    private EmbeddedArchive() {}

    /** Reports seconds, and fails where the user is not told what takes so long. */
    public static void main(String[] args) {
        Queue<String> said = new ConcurrentLinkedQueue<>();
        long called = System.nanoTime();
        try (EmbeddedKubernetes kubernetes =
                EmbeddedKubernetes.start(EmbeddedOptions.defaults().progress(said::add))) {
            EmbeddedPeer.session(kubernetes);
            ChildJvm.report(EmbeddedPeer.secondsSince(called));
        }
        said.forEach(System.out::println);
        System.exit(said.stream().anyMatch(line -> line.contains("archive made")) ? 0 : 1);
    }
}
