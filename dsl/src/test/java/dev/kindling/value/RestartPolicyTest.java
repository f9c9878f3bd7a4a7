package dev.kindling.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {
    @Test
    void aSubmissionIsTriedAgainAsOftenAsTheProgram() {
        var policy = RestartPolicy.onFailure(3);

        assertThat(policy.submissionRetries()).isEqualTo(3);
        assertThat(policy.interval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(policy.submissionInterval(Duration.ofSeconds(9)).interval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(policy.interval(Duration.ofSeconds(9)).submissionInterval()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void badNumbersAreRefused() {
        assertThatThrownBy(() -> RestartPolicy.onFailure(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1")
                .hasMessageContaining("RestartPolicy.onFailure(3)");
        assertThatThrownBy(() -> RestartPolicy.always().interval(Duration.ofMillis(1500)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT1.5S");
        assertThatThrownBy(() -> RestartPolicy.onFailure(1).interval(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
