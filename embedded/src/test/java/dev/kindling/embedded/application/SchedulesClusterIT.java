package dev.kindling.embedded.application;

import dev.kindling.target.Operator;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** On a real cluster with the real operator. */
@Tag("cluster")
class SchedulesClusterIT extends ScheduleScenarios {

    @Override
    Stage stage(Path folder) throws IOException {
        return new ClusterStage(Operator.kubeflow(), "default", folder);
    }
}
