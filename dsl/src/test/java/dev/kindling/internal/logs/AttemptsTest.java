package dev.kindling.internal.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.internal.operator.Dialect;
import dev.kindling.internal.operator.RunStatus;
import dev.kindling.internal.operator.Verdict;
import dev.kindling.target.Operator;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Kubeflow's pods of all attempts have the same name, and come before the resource tells of them. */
class AttemptsTest {

    private RunStatus status = RunStatus.NOTHING;
    private final Attempts attempts = new Attempts(Dialect.of(Operator.kubeflow()), () -> status);

    @Test
    void aPodIsSeenBeforeItsAttemptIsTold() {
        assertThat(attempts.of(pod("a"))).isEqualTo(1);
        status = told(1, "a");
        assertThat(attempts.of(pod("a"))).isEqualTo(1);
        assertThat(attempts.of(pod("b"))).isEqualTo(2);
        status = told(2, "b");
        assertThat(attempts.of(pod("b"))).isEqualTo(2);
        assertThat(attempts.of(pod("a"))).isEqualTo(1);
    }

    @Test
    void whoComesLateKnowsTheNumberFromTheResource() {
        status = told(3, "c");

        assertThat(attempts.of(pod("c"))).isEqualTo(3);
        assertThat(attempts.of(pod("d"))).isEqualTo(4);
    }

    private static RunStatus told(int attempts, String key) {
        return new RunStatus(List.of(), attempts, key, Verdict.OPEN, OptionalInt.empty());
    }

    private static Pod pod(String submission) {
        return new PodBuilder()
                .withNewMetadata()
                .addToLabels("sparkoperator.k8s.io/submission-id", submission)
                .endMetadata()
                .build();
    }
}
