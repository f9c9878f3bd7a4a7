package dev.kindling.benchmarks;

import dev.kindling.benchmarks.harness.ChildJvm;
import dev.kindling.benchmarks.harness.Lab;
import dev.kindling.benchmarks.harness.Rounds;
import dev.kindling.benchmarks.harness.Series;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.Arrays;
import java.util.List;

/** In a JVM of its own: starts sessions of the named peers in turn and reports each peer's seconds. */
final class SessionStarts {

    private SessionStarts() {}

    /** Arguments: warm-up rounds, counted rounds, executors, the four of {@link HandWritten}, peers. */
    public static void main(String[] args) throws Exception {
        List<String> words = Arrays.asList(args);
        Rounds rounds = new Rounds(Integer.parseInt(words.get(0)), Integer.parseInt(words.get(1)));
        int executors = Integer.parseInt(words.get(2));
        HandWritten lab = HandWritten.parse(words.subList(3, 7));
        List<Start> starts = words.subList(7, words.size()).stream()
                .map(SessionPeer::valueOf)
                .map(peer -> new Start(peer, lab, executors))
                .toList();
        rounds.measure(starts).stream().map(Series::values).forEach(values -> values.forEach(ChildJvm::report));
        System.exit(0); // Spark leaves threads behind that are no daemons.
    }

    private record Start(SessionPeer peer, HandWritten lab, int executors) implements Rounds.Peer {
        @Override
        public List<String> figures() {
            return List.of(peer.name());
        }

        @Override
        public List<Double> run() throws Exception {
            long called = System.nanoTime();
            Started session = peer.start(lab, executors);
            double seconds = (System.nanoTime() - called) / 1e9;
            session.stop();
            try (KubernetesClient client = new KubernetesClientBuilder().build()) {
                Lab.awaitNoPods(client, lab.namespace());
            }
            return List.of(seconds);
        }
    }
}
