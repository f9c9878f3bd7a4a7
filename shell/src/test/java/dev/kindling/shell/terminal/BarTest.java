package dev.kindling.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BarTest {
    @Test
    void has_eighths() {
        assertThat(Bar.of(2.5)).isEqualTo("██▌");
        assertThat(Bar.of(1.99)).isEqualTo("██");
        assertThat(Bar.of(0)).isEmpty();
    }
}
