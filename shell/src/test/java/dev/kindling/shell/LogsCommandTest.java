package dev.kindling.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.shell.command.ExitCode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogsCommandTest {
    private final FakeRun nightly = new FakeRun("nightly");
    private final CommandLineRun line = new CommandLineRun(new FakeCluster().with(nightly)::open);

    @BeforeEach
    void two_attempts() {
        nightly.logs
                .line(1, "", "d1")
                .line(1, "1", "e11")
                .line(1, "12", "e12")
                .line(2, "", "d2")
                .line(2, "1", "e21");
    }

    @ParameterizedTest
    @CsvSource({
        "logs nightly, d1 d2",
        "logs -f nightly, d1 d2",
        "logs nightly --attempt 2, d2",
        "logs nightly --executor 1, e11 e21",
        "logs nightly --executor 12, e12",
        "logs nightly --executor 1 --attempt 1, e11",
        "logs nightly --all --attempt 2, 2 driver | d2 2 executor 1 | e21"
    })
    void prints_what_is_wanted_and_nothing_else(String arguments, String printed) {
        assertThat(line.execute(arguments.split(" "))).isEqualTo(ExitCode.OK);
        assertThat(line.out().strip().replace("\n", " ")).isEqualTo(printed);
    }

    @Test
    void tells_attempts_apart_beside_the_log() {
        line.execute("logs", "nightly");
        assertThat(line.err()).contains("-- attempt 2 --");
    }

    @Test
    void names_attempts_whose_log_is_lost() {
        nightly.logs.lost = List.of(1, 3);
        line.execute("logs", "nightly");
        assertThat(line.err()).contains("the log of attempt 3 is lost").doesNotContain("attempt 1 is");
    }

    @Test
    void no_log_is_said_with_the_state() {
        assertThat(line.execute("logs", "nightly", "--executor", "7")).isEqualTo(ExitCode.OK);
        assertThat(line.out()).isEmpty();
        assertThat(line.err()).contains("no log of executor 7 so far; nightly is RUNNING");
    }
}
