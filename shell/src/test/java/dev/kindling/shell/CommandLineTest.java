package dev.kindling.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.shell.applications.Cluster;
import dev.kindling.shell.applications.Workbench;
import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.terminal.Interruption;
import dev.kindling.shell.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Consumer<SampleContext> job = context -> context.out().println("ran on " + context.where());
    private final Interruption interruption = new Interruption(print(err));

    @Test
    void prints_the_versions_that_are_on_the_class_path() {
        assertThat(run("--version")).isEqualTo(ExitCode.OK);
        assertThat(text(out))
                .containsPattern("Kindling \\d")
                .contains("Spark 4.")
                .contains("Scala 2.13.")
                .contains("Java ");
    }

    @Test
    void shows_help_without_a_command() {
        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(text(out)).contains("samples", "sample", "Exit codes:", "kindling sample class-census");
    }

    @Test
    void lists_the_samples() {
        assertThat(run("samples")).isEqualTo(ExitCode.OK);
        assertThat(text(out)).isEqualToNormalizingWhitespace("count counts something");
    }

    @Test
    void runs_a_sample() {
        assertThat(run("sample", "count", "--on", "local:3")).isEqualTo(ExitCode.OK);
        assertThat(text(out)).isEqualToNormalizingNewlines("ran on local[3], 1 executor\n");
        assertThat(text(err)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sampels, or kindling samples",
        "sample cont, Did you mean: sample count?",
        "sample, kindling sample NAME",
        "sample count --bogus, See: kindling sample count --help",
        "sample count --on moon, Write --on local",
        "sample count --on local:0, Write --on local",
        "sample count --as cron, Write --as session",
        "sample count --executors two, two",
        "sample count --on cluster, --image",
        "sample count --memory 3x, 3x",
        "sample count --image no/tag, no/tag"
    })
    void says_what_to_write_instead(String line, String advice) {
        assertThat(run(line.split(" "))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(text(err)).startsWith("kindling: ").contains(advice).doesNotContain("\tat ");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void tells_a_bad_argument_in_the_job_from_one_on_the_command_line() {
        job = context -> {
            throw new IllegalArgumentException("no such column");
        };
        assertThat(run("sample", "count", "--on", "local")).isEqualTo(ExitCode.FAILED);
        assertThat(text(err)).startsWith("kindling: the job failed: no such column");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void prints_a_completion_script(String shell) {
        assertThat(run("completion", shell)).isEqualTo(ExitCode.OK);
        assertThat(text(out)).contains("complete -F _complete_kindling", "samples", "--image");
    }

    @Test
    void names_all_contradictions_at_once() {
        assertThat(run(
                        "sample",
                        "count",
                        "--on",
                        "local",
                        "--as",
                        "application",
                        "--executors",
                        "0",
                        "--single-address",
                        "--service-account",
                        "spark"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(text(err)).contains("needs a Kubernetes", "--executors 0", "--single-address", "--service-account");
    }

    @Test
    void a_failed_job_is_one_message_with_its_causes() {
        job = context -> {
            throw new IllegalStateException("the job failed", new RuntimeException("disk full"));
        };
        assertThat(run("sample", "count")).isEqualTo(ExitCode.FAILED);
        assertThat(text(err))
                .contains("kindling: the job failed", "because: disk full")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--trace sample count", "sample count --trace"})
    void a_stack_trace_is_there_for_those_who_ask(String line) {
        job = context -> {
            throw new IllegalStateException("the job failed");
        };
        assertThat(run(line.split(" "))).isEqualTo(ExitCode.FAILED);
        assertThat(text(err)).contains("\tat ");
    }

    @Test
    void what_fails_because_of_ctrl_c_is_no_news() {
        job = context -> {
            interruption.begin();
            throw new IllegalStateException("SparkContext was shut down");
        };
        assertThat(run("sample", "count")).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(text(err)).isEqualToIgnoringNewLines("kindling: interrupted, cleaning up");
    }

    private int run(String... arguments) {
        var terminal = Terminal.none(print(out), print(err));
        var workbench = new Workbench(terminal, InputStream.nullInputStream(), interruption, Cluster::of);
        return KindlingCommand.with(workbench, List.of(new CountSample(job))).execute(arguments);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private record CountSample(Consumer<SampleContext> job) implements Sample {
        @Override
        public String name() {
            return "count";
        }

        @Override
        public String summary() {
            return "counts something";
        }

        @Override
        public void run(SampleContext context) {
            job.accept(context);
        }
    }
}
