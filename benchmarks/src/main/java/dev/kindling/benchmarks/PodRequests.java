package dev.kindling.benchmarks;

import dev.kindling.benchmarks.harness.ChildJvm;
import dev.kindling.benchmarks.harness.Rounds;
import dev.kindling.benchmarks.harness.Series;
import java.util.Arrays;
import java.util.List;

/** In a JVM of its own, warm after the first round: asks for executors, peer by peer, and reports each peer's seconds. */
final class PodRequests {

    private PodRequests() {}

    /** Arguments: warm-up rounds, counted rounds, executors, the four of {@link HandWritten}. */
    public static void main(String[] args) throws Exception {
        List<String> words = Arrays.asList(args);
        Rounds rounds = new Rounds(Integer.parseInt(words.get(0)), Integer.parseInt(words.get(1)));
        int executors = Integer.parseInt(words.get(2));
        HandWritten lab = HandWritten.parse(words.subList(3, 7));
        List<Request> requests = Arrays.stream(PodsPeer.values())
                .map(peer -> new Request(peer, lab, executors))
                .toList();
        rounds.measure(requests).stream().map(Series::values).forEach(values -> values.forEach(ChildJvm::report));
        System.exit(0); // Spark leaves threads behind that are no daemons.
    }

    private record Request(PodsPeer peer, HandWritten lab, int executors) implements Rounds.Peer {
        @Override
        public List<String> figures() {
            return List.of(peer.name());
        }

        @Override
        public List<Double> run() throws Exception {
            try (PodArrivals arrivals = new PodArrivals(lab.namespace(), executors)) {
                Started request = peer.request(lab, executors);
                double seconds = arrivals.spread();
                request.stop();
                return List.of(seconds);
            }
        }
    }
}
