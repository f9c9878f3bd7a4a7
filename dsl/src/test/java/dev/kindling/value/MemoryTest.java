package dev.kindling.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryTest {
    @ParameterizedTest
    @CsvSource({"512m, 536870912", "4g, 4294967296", "1024k, 1048576", "2t, 2199023255552"})
    void readsSparksSizes(String text, long bytes) {
        assertThat(Memory.parse(text).bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"512m", "4g", "3t", "5k"})
    void writesWhatItReads(String text) {
        assertThat(Memory.parse(text)).hasToString(text);
    }

    @Test
    void theSameSizeIsEqualHoweverWritten() {
        assertThat(Memory.parse("1024m")).isEqualTo(Memory.parse("1g")).hasToString("1g");
    }

    @ParameterizedTest
    @CsvSource({
        "4gb, 4g",
        "4Gi, 4g",
        "4G, 4g",
        "-1g, 1g",
        "0g, 4g",
        "4, 4g",
        "lots, 4g",
        "'', 4g",
        "4.5g, 4g",
        "512MiB, 512m",
        "999999999999t, 4g",
        "'4 g', 4g"
    })
    void refusesOthersAndSaysWhatToWrite(String text, String write) {
        assertThatThrownBy(() -> Memory.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Memory \"" + text + "\" is not a size Spark reads here: write \"" + write + "\"");
    }

    @Test
    void countsMebibytesUpwards() {
        assertThat(new Memory(1).mebibytes()).isEqualTo(1);
        assertThat(Memory.parse("1g").mebibytes()).isEqualTo(1024);
    }

    @Test
    void refusesNothing() {
        assertThatThrownBy(() -> new Memory(0)).hasMessageContaining("write Memory.parse(\"1g\")");
    }
}
