package dev.kindling.benchmarks.harness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures peers beside each other: every round runs each of them once, and each round begins with the next one, so
 * that neither the machine's load nor the place within a round favours a peer.
 *
 * @param warmUps rounds that are run first and not counted
 * @param counted rounds that are
 */
public record Rounds(int warmUps, int counted) {

    /** A peer: does its work once and gives what it measured of it. */
    public interface Peer {
        /** The names, in the report, of the values that a run gives. */
        List<String> figures();

        /** Runs once, leaves nothing behind, and gives a value for each figure. */
        List<Double> run() throws Exception;
    }

    /** Refuses to count nothing. */
    public Rounds {
        if (warmUps < 0 || counted < 1) {
            throw new IllegalArgumentException(warmUps + " warm-ups and " + counted + " rounds: count at least one");
        }
    }

    /** Runs all rounds; gives a series for each figure, in the peers' order. */
    public List<Series> measure(List<? extends Peer> peers) throws Exception {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        peers.forEach(peer -> peer.figures().forEach(figure -> values.put(figure, new ArrayList<>())));
        for (int round = 0; round < warmUps + counted; round++) {
            for (Peer peer : order(peers, round)) {
                List<Double> measured = peer.run();
                for (int i = 0; round >= warmUps && i < measured.size(); i++) {
                    values.get(peer.figures().get(i)).add(measured.get(i));
                }
            }
        }
        return values.entrySet().stream()
                .map(entry -> new Series(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static <P> List<P> order(List<P> peers, int round) {
        List<P> rotated = new ArrayList<>(peers);
        Collections.rotate(rotated, -round);
        return rotated;
    }
}
