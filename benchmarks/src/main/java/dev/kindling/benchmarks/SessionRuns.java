package dev.kindling.benchmarks;

import dev.kindling.benchmarks.harness.ChildJvm;
import dev.kindling.benchmarks.harness.Rounds;
import dev.kindling.benchmarks.harness.Series;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Starts of sessions, each in a fresh JVM or all in one. */
record SessionRuns(HandWritten facts, int executors) {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    List<Series> cold(Rounds rounds, List<SessionPeer> peers) throws Exception {
        return rounds.measure(peers.stream().map(ColdStart::new).toList());
    }

    List<Series> warm(Rounds rounds, List<SessionPeer> peers) throws Exception {
        int all = (rounds.warmUps() + rounds.counted()) * peers.size();
        List<Double> values =
                ChildJvm.of(SessionStarts.class, LIMIT.multipliedBy(all)).run(arguments(rounds, peers));
        return IntStream.range(0, peers.size())
                .mapToObj(peer -> new Series(
                        peers.get(peer).name(), values.subList(peer * rounds.counted(), (peer + 1) * rounds.counted())))
                .toList();
    }

    private String[] arguments(Rounds rounds, List<SessionPeer> peers) {
        Stream<String> numbers =
                Stream.of(rounds.warmUps(), rounds.counted(), executors).map(String::valueOf);
        return Stream.of(numbers, facts.args().stream(), peers.stream().map(SessionPeer::name))
                .flatMap(words -> words)
                .toArray(String[]::new);
    }

    private final class ColdStart implements Rounds.Peer {
        private final SessionPeer peer;

        ColdStart(SessionPeer peer) {
            this.peer = peer;
        }

        @Override
        public List<String> figures() {
            return List.of(peer.name());
        }

        @Override
        public List<Double> run() throws Exception {
            return ChildJvm.of(SessionStarts.class, LIMIT).run(arguments(new Rounds(0, 1), List.of(peer)));
        }
    }
}
