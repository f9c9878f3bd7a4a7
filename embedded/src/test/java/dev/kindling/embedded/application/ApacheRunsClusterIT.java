package dev.kindling.embedded.application;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.diagnosis.UnsupportedByOperatorException;
import dev.kindling.target.Operator;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On a real cluster with the real operator. */
@Tag("cluster")
class ApacheRunsClusterIT extends RunScenarios {

    @Override
    Stage stage(Path folder) throws IOException {
        return new ClusterStage(Operator.apache(), "apache", folder);
    }

    /** Its 1.0.0 does not know the field; only a real API server looks at that. */
    @Test
    void suspendingIsRefusedByName() {
        var run = submitted(stage().job(name("suspended"), "sleep-alone", "600").logs(kept()));

        assertThatThrownBy(() -> run.suspend(LIMIT))
                .isInstanceOf(UnsupportedByOperatorException.class)
                .hasMessageContaining("spec.suspend");
    }
}
