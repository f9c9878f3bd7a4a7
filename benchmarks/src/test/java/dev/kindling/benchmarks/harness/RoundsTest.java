package dev.kindling.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final List<String> order = new ArrayList<>();

    private final class Counter implements Rounds.Peer {
        private final String name;
        private int runs;

        private Counter(String name) {
            this.name = name;
        }

        @Override
        public List<String> figures() {
            return List.of(name);
        }

        @Override
        public List<Double> run() {
            order.add(name);
            return List.of((double) runs++);
        }
    }

    @Test
    void everyRoundBeginsWithTheNextPeer() throws Exception {
        new Rounds(1, 2).measure(List.of(new Counter("a"), new Counter("b"), new Counter("c")));

        assertThat(order).containsExactly("a", "b", "c", "b", "c", "a", "c", "a", "b");
    }

    @Test
    void warmUpsAreRunAndNotCounted() throws Exception {
        List<Series> series = new Rounds(1, 3).measure(List.of(new Counter("a"), new Counter("b")));

        assertThat(series)
                .containsExactly(new Series("a", List.of(1.0, 2.0, 3.0)), new Series("b", List.of(1.0, 2.0, 3.0)));
    }

    @Test
    void countsAtLeastOneRound() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rounds(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rounds(-1, 1));
    }
}
