package dev.kindling.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.diagnosis.DriverException;
import dev.kindling.run.ApplicationEvent;
import dev.kindling.run.ApplicationState;
import dev.kindling.run.Outcome;
import dev.kindling.shell.command.ExitCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationVerbsTest {
    private final FakeRun nightly = new FakeRun("nightly");
    private final FakeCluster cluster = new FakeCluster().with(nightly).with(new FakeRun("hourly"));
    private final CommandLineRun line = new CommandLineRun(cluster::open);

    @ParameterizedTest
    @CsvSource({
        "resume nightly, resume, nightly resumed",
        "restart nightly, restart, nightly-r2",
        "cancel nightly, cancel, nightly cancelled",
        "delete nightly, delete, nightly deleted",
        "suspend nightly, suspend PT2M, nightly suspended",
        "suspend nightly --timeout 1m30s, suspend PT1M30S, nightly suspended"
    })
    void asks_for_one_thing_and_prints_one_line(String arguments, String asked, String printed) {
        assertThat(line.execute(arguments.split(" "))).isEqualTo(ExitCode.OK);
        assertThat(nightly.asked).containsExactly(asked);
        assertThat(line.out().strip()).isEqualTo(printed);
    }

    @Test
    void says_what_suspending_cost() {
        line.execute("suspend", "nightly");
        assertThat(line.err()).contains("the work of attempt 1 is lost");
    }

    @Test
    void opens_the_cluster_that_is_named() {
        line.execute("status", "nightly", "-n", "etl", "--context", "prod");
        assertThat(cluster.opened).singleElement().satisfies(target -> {
            assertThat(target.namespace()).contains("etl");
            assertThat(target.access().toString()).contains("prod");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"status", "logs", "events", "suspend", "resume", "restart", "cancel", "delete", "ui", "history"})
    void suggests_the_name_that_was_perhaps_meant(String verb) {
        assertThat(line.execute(verb, "nigthly", "-n", "etl")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(line.err())
                .contains("no application nigthly in namespace etl")
                .contains("Did you mean: nightly?");
        assertThat(line.out()).isEmpty();
    }

    @Test
    void says_how_to_see_all_names_where_none_is_near() {
        assertThat(line.execute("status", "x", "-n", "etl")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(line.err()).contains("Write: kindling list -n etl to see the 2 that are there");
    }

    @Test
    void an_empty_namespace_is_perhaps_the_wrong_one() {
        cluster.runs.clear();
        assertThat(line.execute("status", "nightly")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(line.err()).contains("in the context's namespace", "-n NAMESPACE");
    }

    @Test
    void status_is_for_people() {
        nightly.state = new ApplicationState("FAILED", "driver container failed\nwith ExitCode: 1", true);
        assertThat(line.execute("status", "nightly")).isEqualTo(ExitCode.OK);
        assertThat(line.out().lines())
                .containsExactly(
                        "name       nightly",
                        "namespace  etl",
                        "state      FAILED",
                        "attempts   1",
                        "message    driver container failed",
                        "           with ExitCode: 1",
                        "",
                        "SEEN                  ATTEMPT  STATE      MESSAGE",
                        "2026-01-02T03:04:05Z  1        SUBMITTED",
                        "2026-01-02T03:04:08Z  1        FAILED     driver container failed");
    }

    @Test
    void status_says_what_keeps_it_from_going_on() {
        nightly.findings = List.of(DoctorCommandTest.PROBLEM);

        assertThat(line.execute("status", "nightly")).isEqualTo(ExitCode.OK);
        assertThat(line.out()).contains("nightly: problem: No node can get the image x:1", "do:  .image(\"..\")");
    }

    @Test
    void status_is_for_programs() {
        line.execute("status", "nightly", "-o", "json");
        assertThat(line.out()).contains("\"name\" : \"nightly\"", "\"state\" : \"RUNNING\"", "\"ended\" : false");
        line.execute("status", "nightly", "-o", "yaml");
        assertThat(line.out()).startsWith("name: nightly\nnamespace: etl\nstate: RUNNING\n");
    }

    @Test
    void status_can_wait_for_the_end() {
        assertThat(line.execute("status", "nightly", "--timeout", "5m")).isEqualTo(ExitCode.OK);
        assertThat(nightly.asked).containsExactly("await PT5M");
        assertThat(line.err()).contains("nightly: RUNNING", "nightly succeeded");
    }

    @Test
    void every_outcome_has_an_exit_code() {
        var last = new ApplicationState("RUNNING", "", false);
        assertThat(exitCode(new Outcome.Succeeded())).isEqualTo(ExitCode.OK);
        assertThat(exitCode(new Outcome.Cancelled(last))).isEqualTo(ExitCode.GONE);
        assertThat(exitCode(new Outcome.Gone(last))).isEqualTo(ExitCode.GONE);
        assertThat(exitCode(new Outcome.TimedOut(last))).isEqualTo(ExitCode.TIMED_OUT);
        assertThat(line.err()).contains("nightly goes on in namespace etl; to see it: kindling logs -f nightly -n etl");
        var failed = new Outcome.Failed(
                "driver container failed",
                Optional.of(new DriverException("ValueError", "no such day", List.of(), null)),
                OptionalInt.of(1),
                3,
                List.of("last words"));
        assertThat(exitCode(failed)).isEqualTo(ExitCode.FAILED);
        assertThat(line.err())
                .contains("nightly failed after 3 attempts", "ValueError: no such day", "last words")
                .contains("exit code of the driver: 1, the JVM or the program ended with an error");
    }

    private int exitCode(Outcome outcome) {
        nightly.outcome = outcome;
        return line.execute("status", "nightly", "--wait", "-n", "etl");
    }

    @Test
    void events_are_a_table_that_no_message_can_break() {
        var time = Instant.now().minusSeconds(30);
        nightly.events =
                List.of(new ApplicationEvent(time, true, "Failed", "pull \u001b[31mof\nimage", "Pod/nightly-driver"));
        assertThat(line.execute("events", "nightly")).isEqualTo(ExitCode.OK);
        assertThat(line.out().lines().toList().get(1))
                .matches("3\\ds  Warning  Failed  Pod/nightly-driver  pull \\[31mof image");
    }

    @Test
    void the_ui_is_open_until_the_end() {
        assertThat(line.execute("ui", "nightly")).isEqualTo(ExitCode.OK);
        assertThat(line.out()).isEqualToNormalizingNewlines("http://127.0.0.1:4040\n");
        assertThat(nightly.asked).containsExactly("ui", "await PT168H", "ui closed");
    }

    @ParameterizedTest
    @CsvSource({
        "history nightly, history",
        "history nightly --endpoint http://localhost:9000, history of http://localhost:9000"
    })
    void the_history_is_open_until_the_interruption(String arguments, String asked) {
        assertThat(line.interrupted().execute(arguments.split(" "))).isEqualTo(ExitCode.OK);
        assertThat(line.out()).isEqualToNormalizingNewlines("http://127.0.0.1:18080/\n");
        assertThat(nightly.asked).containsExactly(asked, asked + " closed");
    }

    @ParameterizedTest
    @CsvSource({
        "status, NAME",
        "status nightly -o xml, xml",
        "status nightly --timeout soon, Write 90s",
        "suspend nightly --timeout 0s, Write 90s",
        "list --operator spark, spark",
        "list -l team, KEY=VALUE",
        "logs nightly --executor first, first"
    })
    void says_what_is_wrong_with_an_argument(String arguments, String advice) {
        assertThat(line.execute(arguments.split(" "))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(line.err()).startsWith("kindling: ").contains(advice).contains("See: kindling");
    }
}
