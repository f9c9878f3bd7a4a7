package dev.kindling.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {

    private static Series series(Double... values) {
        return new Series("some", List.of(values));
    }

    @Test
    void medianIsTheMiddleWhateverTheOrder() {
        assertThat(series(9.0, 1.0, 2.0).median()).isEqualTo(2);
        assertThat(series(4.0, 1.0, 2.0, 3.0).median()).isEqualTo(2.5);
        assertThat(series(7.0).median()).isEqualTo(7);
    }

    @Test
    void quartilesAreInterpolated() {
        Series series = series(1.0, 2.0, 3.0, 4.0);

        assertThat(series.quantile(0.25)).isEqualTo(1.75);
        assertThat(series.quantile(0.75)).isEqualTo(3.25);
        assertThat(series.quantile(0)).isEqualTo(1);
        assertThat(series.quantile(1)).isEqualTo(4);
    }

    @Test
    void ratioIsThatOfTheMedians() {
        assertThat(series(1.0, 3.0, 100.0).ratioTo(series(2.0, 4.0, 6.0))).isEqualTo(0.75);
    }

    @Test
    void differencesAreTakenRoundByRound() {
        Series loaded = series(1.5, 10.5, 2.5).minus(series(1.0, 10.0, 2.0));

        assertThat(loaded.values()).hasSize(3).allSatisfy(value -> assertThat(value)
                .isCloseTo(0.5, within(1e-9)));
    }

    @Test
    void refusesWhatHasNoMeaning() {
        assertThatIllegalArgumentException().isThrownBy(() -> series());
        assertThatIllegalArgumentException().isThrownBy(() -> series(1.0).quantile(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> series(1.0).minus(series(1.0, 2.0)));
    }
}
