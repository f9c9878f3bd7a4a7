package dev.kindling.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoresTest {
    @ParameterizedTest
    @CsvSource({"500m, 500, 500m", "0.5, 500, 500m", "2, 2000, 2", "1500m, 1500, 1500m", "0.001, 1, 1m"})
    void readsQuantities(String text, int millis, String written) {
        assertThat(Cores.parse(text)).isEqualTo(new Cores(millis)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0m", "-1", "two", "1.0005", "500M", "", "1 core"})
    void refusesOthersAndSaysWhatToWrite(String text) {
        assertThatThrownBy(() -> Cores.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"")
                .hasMessageContaining("write \"500m\"");
    }

    @Test
    void compares() {
        assertThat(Cores.parse("500m")).isLessThan(Cores.of(1));
    }
}
