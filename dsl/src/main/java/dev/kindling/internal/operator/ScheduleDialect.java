package dev.kindling.internal.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.run.ApplicationState;
import dev.kindling.run.StateChange;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** Kubeflow's schedules: they are made, found and deleted as applications are, and their runs are applications. */
final class ScheduleDialect extends KubeflowDialect {

    private static final ResourceDefinitionContext RESOURCE = new ResourceDefinitionContext.Builder()
            .withGroup("sparkoperator.k8s.io")
            .withVersion("v1beta2")
            .withKind("ScheduledSparkApplication")
            .withPlural("scheduledsparkapplications")
            .withNamespaced(true)
            .build();

    @Override
    public ResourceDefinitionContext resource() {
        return RESOURCE;
    }

    @Override
    public boolean hasCounterparts() {
        return false;
    }

    @Override
    public String whereNameIsTaken(String name) {
        return "take that one (Spark.applications(cluster).schedule(\"" + name + "\")), delete it (its .delete()), or"
                + " give this one another name (Spark.schedule(\"" + name + "-2\", ..))";
    }

    /** The operator puts it on each run, and what is on a run on its pods. */
    @Override
    public String nameLabel() {
        return "sparkoperator.k8s.io/scheduled-app-name";
    }

    @Override
    public RunStatus read(JsonNode schedule, Instant seen) {
        var status = schedule.path("status");
        var name = status.path("scheduleState").asText();
        if (name.isEmpty()) {
            return RunStatus.NOTHING;
        }
        var state = new ApplicationState(name, status.path("reason").asText(), false);
        var change = new Transition(0, new StateChange(seen, 0, state));
        return new RunStatus(List.of(change), 0, "", Verdict.OPEN, OptionalInt.empty());
    }
}
