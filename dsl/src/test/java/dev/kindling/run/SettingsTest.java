package dev.kindling.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.run.Setting.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Setting NAME = new Setting("spark.app.name", "words", Origin.YOU, "said");
    private static final Setting SECRET = new Setting("spark.hadoop.fs.s3a.secret.key", "hunter2", Origin.YOU, "said");
    private static final Setting UNUSED = new Setting("spark.executor.memory", "4g", Origin.UNUSED, "local");

    private final Settings settings = Settings.of(List.of(NAME, SECRET, UNUSED));

    @Test
    void secretsAreNeverShown() {
        assertThat(settings.toString()).doesNotContain("hunter2");
        assertThat(settings.asMap()).containsEntry("spark.app.name", "words").doesNotContainValue("hunter2");
        assertThat(SECRET.toString()).doesNotContain("hunter2").contains("redacted");
        assertThat(SECRET.value()).isEqualTo("hunter2");
    }

    @Test
    void unusedOnesAreNotGivenToSpark() {
        assertThat(settings.applied()).containsExactly(NAME, SECRET);
    }

    @Test
    void theLaterOneCounts() {
        var other = new Setting("spark.app.name", "other", Origin.YOU, "said");

        assertThat(settings.and(List.of(other)).get("spark.app.name")).contains(other);
        assertThat(settings.get("spark.app.name")).contains(NAME);
        assertThat(settings.get("no.such")).isEmpty();
    }

    @Test
    void printsAlignedColumns() {
        var lines = Settings.of(List.of(NAME, UNUSED)).toString().lines().toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).indexOf("YOU")).isEqualTo(lines.get(1).indexOf("UNUSED"));
        assertThat(Settings.of(List.of())).hasToString("");
    }

    @Test
    void cutsLongValuesInTheTableOnly() {
        var options = new Setting("spark.executor.extraJavaOptions", "-Dx=y ".repeat(200), Origin.SPARK, "set");
        var settingsWithOptions = Settings.of(List.of(NAME, options));

        assertThat(settingsWithOptions.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThan(120));
        assertThat(settingsWithOptions.asMap()).containsEntry(options.key(), options.value());
    }

    @Test
    void equalsByContent() {
        assertThat(settings)
                .isEqualTo(Settings.of(List.of(NAME, SECRET, UNUSED)))
                .hasSameHashCodeAs(Settings.of(settings));
    }
}
