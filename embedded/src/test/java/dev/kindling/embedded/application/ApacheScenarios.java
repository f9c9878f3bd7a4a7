package dev.kindling.embedded.application;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.diagnosis.UnsupportedByOperatorException;
import org.junit.jupiter.api.Test;

/** What Apache's operator cannot do. */
abstract class ApacheScenarios extends RunScenarios {

    @Test
    void suspendingIsRefusedByName() {
        var run = submitted(stage().job(name("suspended"), "sleep", "600").logs(kept()));

        assertThatThrownBy(() -> run.suspend(LIMIT))
                .isInstanceOf(UnsupportedByOperatorException.class)
                .hasMessageContaining("spec.suspend");
    }
}
