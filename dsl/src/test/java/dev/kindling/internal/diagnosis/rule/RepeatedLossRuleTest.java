package dev.kindling.internal.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.diagnosis.Account;
import dev.kindling.internal.diagnosis.evidence.Bundle;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.LogFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How many, when, why each, and what most have in common: from recorded evidence. */
class RepeatedLossRuleTest {

    @Test
    void aSessionsLossesAreCountedFromItsPods() throws IOException {
        var found = only(recorded("session-executors-lost"));

        assertThat(found.what()).matches("3 executors were lost within \\d+ s, all: exit code 137 \\(.*SIGKILL\\)");
        assertThat(found.evidence()).hasSize(3).allMatch(clue -> clue.time().isPresent());
        assertThat(found.why()).startsWith("3 x exit code 137");
        assertThat(found.isCertain()).as("the session goes on").isFalse();
        assertThat(found.change().key()).isEqualTo("spark.executor.memoryOverhead");
    }

    @Test
    void anApplicationsAreCountedFromItsDriversLog() throws IOException {
        var found = only(recorded("lone-executors-lost"));

        assertThat(found.what()).contains("4 executors were lost", "all: exit code 137");
        assertThat(found.evidence().stream().skip(1)).hasSize(4).allMatch(clue -> clue.said()
                .contains("Lost executor"));
    }

    @Test
    void aDriverThatGivesUpSaysSo() throws IOException {
        var found = only(recorded("lone-too-many-lost"));

        assertThat(found.what()).startsWith("The driver gave up: ").contains("exit code 50");
        assertThat(found.evidence().get(0).said()).contains("Max number of executor failures (1) reached");
        assertThat(found.isCertain()).isTrue();
    }

    @Test
    void lossesOfAnotherHourDoNotCount() throws IOException {
        var evidence = recorded("lone-executors-lost");
        var log = evidence.logs().get(0);
        var earlier = log.text()
                .replaceFirst("(?m)^(\\S+) \\S+( ERROR TaskSchedulerImpl: Lost executor 1 )", "$1 00:00:00$2");
        var changed = new LogFacts(log.pod(), log.run(), log.role(), log.failed(), earlier);

        assertThat(only(evidence.logs(List.of(changed))).what()).contains("3 executors were lost");
    }

    @Test
    void oneOrTwoMayHappenToAnyRun() throws IOException {
        assertThat(found(recorded("session-exit-code-137"))).isEmpty();
        assertThat(found(recorded("session-jvm-option"))).isEmpty();
    }

    /** Spark's own words when dynamic allocation has no use for an executor any more, and when a driver shuts down. */
    @Test
    void executorsThatTheDriverEndsAreNotLost() throws IOException {
        var evidence = recorded("lone-executors-lost");
        var log = evidence.logs().get(0);
        var ended =
                log.text().replace(" ERROR TaskSchedulerImpl: Lost executor ", " INFO TaskSchedulerImpl: Executor ");

        assertThat(found(evidence.logs(List.of(new LogFacts(log.pod(), log.run(), log.role(), log.failed(), ended)))))
                .isEmpty();
    }

    private static Account only(Evidence evidence) {
        assertThat(found(evidence)).hasSize(1);
        return found(evidence).get(0);
    }

    private static List<Account> found(Evidence evidence) {
        return Stream.of(new RepeatedLossRule())
                .flatMap(rule -> rule.causes(evidence))
                .map(Cause::account)
                .toList();
    }

    private static Evidence recorded(String name) throws IOException {
        return Bundle.read(name, Files.readString(Path.of("src/test/resources/evidence", name + ".json")));
    }
}
