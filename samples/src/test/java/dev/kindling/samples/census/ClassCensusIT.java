package dev.kindling.samples.census;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.shell.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The command that the README begins with, in each of its forms that needs no cluster. */
@Tag("embedded")
class ClassCensusIT {
    private static final Pattern LAST_LINE = Pattern.compile(
            "class-census: (SESSION|APPLICATION) on (.*), \\d+ executors?, (\\d+) classes, (\\d+) methods, [0-9.]+ s");

    @Test
    void counts_the_same_wherever_it_runs() {
        var here = census("SESSION on local[2]", "--on", "local");
        assertThat(here.get(0)).isGreaterThan(10_000);
        assertThat(census("SESSION on embedded Kubernetes", "--on", "embedded")).isEqualTo(here);
        assertThat(census("APPLICATION on embedded Kubernetes", "--on", "embedded", "--as", "application"))
                .isEqualTo(here);
    }

    private static List<Integer> census(String where, String... options) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var arguments = new ArrayList<>(List.of("sample", "class-census", "--memory", "512m"));
        arguments.addAll(List.of(options));
        var status = Main.run(print(out), print(err), arguments.toArray(String[]::new));
        assertThat(status).as("%s%n%s", out, err).isZero();
        var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        var last = LAST_LINE.matcher(lines.get(lines.size() - 1));
        assertThat(last.matches()).as("%s", lines).isTrue();
        assertThat(last.group(1) + " on " + last.group(2)).isEqualTo(where);
        return List.of(Integer.valueOf(last.group(3)), Integer.valueOf(last.group(4)));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
