package dev.kindling.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoalTest {

    @Test
    void isMetUpToItsLimit() {
        assertThat(new Goal("boot (s)", 1, 1).isMet()).isTrue();
        assertThat(new Goal("boot (s)", 1.001, 1).isMet()).isFalse();
        assertThat(new Goal("boot (s)", Double.NaN, 1).isMet()).isFalse();
    }

    @Test
    void saysWhatWasMissed() {
        assertThat(new Goal("boot (s)", 1.25, 1)).hasToString("MISSED  boot (s): 1.250, at most 1.000");
    }
}
