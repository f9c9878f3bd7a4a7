package dev.kindling.internal.application;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.internal.operator.Dialect;
import dev.kindling.internal.tracking.Connections;
import dev.kindling.run.ListedSchedule;
import dev.kindling.run.ScheduleState;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schedules of a namespace, as their resources say. */
public final class ScheduleList {

    private ScheduleList() {}

    /** By name. */
    public static List<ListedSchedule> of(KubernetesCluster cluster) {
        var found = new ArrayList<ListedSchedule>();
        try (var lease = Connections.lease(cluster)) {
            Pages.each(
                    ApplicationApi.of(lease, Dialect.OF_SCHEDULES), Map.of(), schedule -> found.add(listed(schedule)));
        }
        found.sort(Comparator.comparing(ListedSchedule::name));
        return List.copyOf(found);
    }

    private static ListedSchedule listed(GenericKubernetesResource schedule) {
        var said = Json.of(schedule);
        var metadata = schedule.getMetadata();
        return new ListedSchedule(
                metadata.getName(),
                metadata.getNamespace(),
                said.at("/spec/schedule").asText(),
                said.at("/spec/timeZone").asText("Local"),
                state(said),
                Instant.parse(metadata.getCreationTimestamp()));
    }

    static ScheduleState state(JsonNode schedule) {
        var status = Dialect.OF_SCHEDULES.read(schedule, Instant.now()).state();
        return new ScheduleState(
                status.name(),
                status.message(),
                schedule.at("/spec/suspend").asBoolean(),
                time(schedule.at("/status/lastRun")),
                time(schedule.at("/status/nextRun")));
    }

    private static Optional<Instant> time(JsonNode text) {
        return text.isTextual() ? Optional.of(Instant.parse(text.asText())) : Optional.empty();
    }
}
