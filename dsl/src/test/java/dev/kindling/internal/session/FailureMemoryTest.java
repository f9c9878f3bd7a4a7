package dev.kindling.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.internal.diagnosis.evidence.SomePod;
import dev.kindling.internal.diagnosis.evidence.ThrownFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailureMemoryTest {

    private final FailureMemory memory = new FailureMemory();

    @Test
    void keepsTheFirstAndTheLatest() {
        IntStream.range(0, 50).forEach(i -> memory.add(failure("exec-" + i)));

        assertThat(memory.failures())
                .extracting(failure -> failure.pod().name())
                .hasSize(20)
                .startsWith("exec-0", "exec-1")
                .contains("exec-9", "exec-40")
                .endsWith("exec-49");
    }

    @Test
    void forgetsWhatIsOver() {
        memory.add(new ThrownFacts("words", "the last job", "boom", Instant.now()));
        memory.add(new ThrownFacts("words", "the program", "bang", Instant.now()));

        memory.forget("the last job");

        assertThat(memory.thrown()).extracting(ThrownFacts::text).containsExactly("bang");
    }

    @Test
    void ofWhatIsLongAgoASessionThatGoesOnKnowsNothing() {
        var now = Instant.now();
        memory.add(failure("exec-1", now.minus(Duration.ofDays(2))));
        memory.add(failure("exec-2", now.minus(Duration.ofMinutes(10))));

        assertThat(memory.failures())
                .extracting(failure -> failure.pod().name())
                .containsExactly("exec-2");
    }

    @Test
    void whyASessionEndedIsKnownDaysLater() {
        var end = Instant.now().minus(Duration.ofDays(2));
        memory.add(failure("exec-1", end.minus(Duration.ofDays(3))));
        memory.add(failure("exec-2", end.minus(Duration.ofMinutes(10))));
        memory.add(failure("exec-3", end));

        assertThat(memory.failures()).isEmpty();
        assertThat(memory.lastFailures())
                .extracting(failure -> failure.pod().name())
                .containsExactly("exec-2", "exec-3");
    }

    private static FailureMemory.Failure failure(String pod) {
        return failure(pod, Instant.now());
    }

    private static FailureMemory.Failure failure(String pod, Instant time) {
        var facts = SomePod.of(pod, "words", "executor", "1", Instant.now(), "Failed");
        return new FailureMemory.Failure(facts, "", time);
    }
}
