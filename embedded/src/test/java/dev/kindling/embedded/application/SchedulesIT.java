package dev.kindling.embedded.application;

import dev.kindling.target.Operator;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** On the embedded Kubernetes and its own operator. */
@Tag("embedded")
class SchedulesIT extends ScheduleScenarios {

    @Override
    Stage stage(Path folder) throws IOException {
        return new EmbeddedStage(Operator.kubeflow(), folder);
    }
}
