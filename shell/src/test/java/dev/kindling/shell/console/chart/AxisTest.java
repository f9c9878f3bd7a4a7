package dev.kindling.shell.console.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1838861; 2e6; 1,838,861",
                "0.25; 1; 0.25",
                "12.3456; 0.01; 12.3456",
                "7; 7; 7",
                "1e20; 1e20; 1.00e+20",
                "-0.5; 2; -0.5"
            })
    void numbers_are_as_exact_as_their_span_asks_for(double value, double span, String text) {
        assertThat(Axis.numbers("n").text(value, span)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"864000, 2026-11-23", "7200, 11-23 17:30", "60, 17:30:05"})
    void times_too(double span, String text) {
        assertThat(Axis.times("t", ZoneId.of("Europe/Berlin")).text(1_795_451_405, span))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.5", "1, 1", "1.1, 2", "37, 50", "80, 100", "0.00011, 0.0002"})
    void steps_of_numbers_are_round(double least, double step) {
        assertThat(Steps.number(least)).isCloseTo(step, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0.2, 1", "61, 300", "5000, 10800", "90000, 604800", "9000000, 17280000"})
    void steps_of_time_are_those_of_a_clock(double least, double step) {
        assertThat(Steps.time(least)).isEqualTo(step);
    }
}
