package dev.kindling.run;

import java.time.Instant;

/**
 * What a list says of a schedule. Immutable and thread-safe.
 *
 * <pre>{@code
 * static String row(ListedSchedule schedule) {
 *     return schedule.name() + "\t" + schedule.cron() + "\t" + (schedule.state().suspended() ? "suspended" : "on");
 * }
 * }</pre>
 *
 * @param name of the custom resource
 * @param namespace where it is
 * @param cron when it makes runs
 * @param timeZone where the hours are those of the schedule; {@code Local}, the operator's, where it says none
 * @param state what its operator last said
 * @param created when the custom resource was made
 */
public record ListedSchedule(
        String name, String namespace, String cron, String timeZone, ScheduleState state, Instant created) {}
