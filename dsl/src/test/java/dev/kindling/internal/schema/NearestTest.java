package dev.kindling.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN = List.of("cores", "coreLimit", "memory", "serviceAccount", "OnFailure");

    @ParameterizedTest
    @CsvSource({
        "coers, cores",
        "core, cores",
        "memroy, memory",
        "ServiceAcount, serviceAccount",
        "corelimit, coreLimit",
        "onfail, OnFailure"
    })
    void isWhatWasMeant(String word, String meant) {
        assertThat(Nearest.of(word, KNOWN)).isEqualTo(Optional.of(meant));
    }

    @Test
    void isNothingWhereNothingIsNear() {
        assertThat(Nearest.of("volumes", KNOWN)).isEmpty();
        assertThat(Nearest.of("x", List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"abc, abc, 0", "abc, acb, 1", "abc, ab, 1", "abc, xbc, 1", "'', abc, 3", "kitten, sitting, 3"})
    void distanceCountsLetters(String one, String other, int distance) {
        assertThat(Nearest.distance(one, other)).isEqualTo(distance);
        assertThat(Nearest.distance(other, one)).isEqualTo(distance);
    }
}
