package dev.kindling.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kindling.run.ApplicationState;
import dev.kindling.shell.command.ExitCode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListCommandTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final FakeCluster cluster =
            new FakeCluster().with(new FakeRun("nightly")).with(new FakeRun("hourly"));
    private final CommandLineRun line = new CommandLineRun(cluster::open);

    @Test
    void is_a_table() {
        assertThat(line.execute("list")).isEqualTo(ExitCode.OK);
        assertThat(line.out().lines().toList()).hasSize(3).satisfies(lines -> {
            assertThat(lines.get(0)).isEqualTo("NAME     OPERATOR  STATE    ATTEMPTS  AGE  MESSAGE");
            assertThat(lines.get(1)).matches("hourly   kubeflow  RUNNING  1         5\\ds");
        });
    }

    @Test
    void fits_the_screen_and_is_whole_in_a_pipe() {
        cluster.runs.get("nightly").state = new ApplicationState("RUNNING", "", false);
        cluster.with(new FakeRun("a-very-long-name-that-somebody-has-given-to-an-application"));
        line.screen(60, 24).execute("list");
        assertThat(line.out().lines())
                .allSatisfy(row -> assertThat(row.length()).isLessThanOrEqualTo(60));
        var piped = new CommandLineRun(cluster::open);
        piped.execute("list");
        assertThat(piped.out()).contains("a-very-long-name-that-somebody-has-given-to-an-application");
    }

    @ParameterizedTest
    @CsvSource({
        "list night, nightly",
        "list --state FAILED, daily",
        "list --state failed, daily",
        "list -l team=data --state FAILED, daily"
    })
    void filters(String arguments, String only) {
        var daily = new FakeRun("daily");
        daily.state = new ApplicationState("FAILED", "", true);
        cluster.with(daily);
        assertThat(line.execute(arguments.split(" "))).isEqualTo(ExitCode.OK);
        assertThat(line.out().lines().skip(1)).singleElement().asString().startsWith(only + " ");
    }

    @Test
    void an_empty_list_is_no_row_and_a_word_to_the_person() {
        cluster.runs.clear();
        assertThat(line.execute("list")).isEqualTo(ExitCode.OK);
        assertThat(line.out()).isEmpty();
        assertThat(line.err()).contains("kindling list -n NAMESPACE");
        line.execute("list", "-o", "json");
        assertThat(line.out().strip()).isEqualTo("[ ]");
    }

    @Test
    void is_for_programs() {
        line.execute("list", "night", "-o", "yaml");
        assertThat(line.out()).startsWith("- name: nightly\n  namespace: etl\n  operator: kubeflow\n");
    }

    @Test
    void a_live_table_is_rewritten_in_place() throws Exception {
        line.screen(80, 24);
        var watching = watch();
        await().atMost(LIMIT).until(() -> line.out().contains("nightly"));
        cluster.changed.accept(FakeCluster.listed("hourly", "COMPLETED"));
        await().atMost(LIMIT).until(() -> line.out().contains("COMPLETED"));
        assertThat(line.out()).contains("\u001b[3A\r\u001b[J");
        stop(watching);
    }

    @Test
    void elsewhere_it_is_a_line_for_each_change() throws Exception {
        var watching = watch();
        await().atMost(LIMIT).until(() -> line.out().contains("nightly"));
        cluster.changed.accept(FakeCluster.listed("nightly", "FAILED"));
        cluster.removed.accept("hourly");
        cluster.removed.accept("never-shown");
        await().atMost(LIMIT).until(() -> line.out().contains("(removed)"));
        assertThat(line.out()).contains("FAILED").doesNotContain("\u001b", "never-shown");
        stop(watching);
    }

    private Thread watch() throws InterruptedException {
        var thread = new Thread(() -> line.execute("list", "-w"));
        thread.start();
        assertThat(cluster.watched.await(10, TimeUnit.SECONDS)).isTrue();
        return thread;
    }

    private void stop(Thread watching) throws InterruptedException {
        watching.interrupt();
        watching.join(LIMIT.toMillis());
        assertThat(cluster.watchClosed.getCount()).isZero();
    }
}
