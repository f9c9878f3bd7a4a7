package dev.kindling.embedded.internal.operator.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one look at a schedule leads to.
 *
 * @param start whether a run is to be started
 * @param delete runs to be deleted before
 * @param again when to look again although nothing has changed
 */
record ScheduleStep(ScheduleStatus status, boolean start, List<String> delete, Optional<Duration> again) {

    private static ScheduleStep to(ScheduleStatus status) {
        return new ScheduleStep(status, false, List.of(), Optional.empty());
    }

    /** Kubeflow's rules. A schedule that was found invalid stays so, even if it is mended. */
    static ScheduleStep of(ScheduledApplication application, List<Run> runs, Instant now) {
        var status = application.status();
        if (application.isSuspended()) {
            return to(status);
        }
        try {
            var schedule = application.schedule();
            return status.state().equals(ScheduleStatus.FAILED_VALIDATION)
                    ? to(status)
                    : of(application, schedule, runs, now);
        } catch (IllegalArgumentException e) {
            return to(status.invalid(String.valueOf(e.getMessage())));
        }
    }

    private static ScheduleStep of(ScheduledApplication application, Schedule schedule, List<Run> runs, Instant now) {
        var status = application.status();
        var next = schedule.next(now);
        var due = status.nextRun();
        if (due == null || !status.state().equals(ScheduleStatus.SCHEDULED)) {
            return to(status.scheduled(next)).againAt(next, now);
        }
        if (due.isAfter(now)) {
            return to(status).againAt(due, now);
        }
        var last = runs.stream().min(Run.LATEST_FIRST);
        var policy = application.spec().path("concurrencyPolicy").asText();
        var starts = last.isEmpty() || starts(policy, last.get());
        var replaced = policy.equals("Replace")
                && last.filter(run -> !run.isFinished()).isPresent();
        var deleted = replaced ? List.of(last.get().name()) : List.<String>of();
        return new ScheduleStep(status, starts, deleted, Optional.empty()).againAt(next, now);
    }

    /** Where nothing is said, or nothing known, no second run starts as long as the first is there. */
    private static boolean starts(String policy, Run last) {
        return switch (policy) {
            case "Allow", "Replace" -> true;
            case "Forbid" -> last.isFinished();
            default -> false;
        };
    }

    private ScheduleStep againAt(Instant then, Instant now) {
        return then.equals(Instant.MAX)
                ? this
                : new ScheduleStep(status, start, delete, Optional.of(Duration.between(now, then)));
    }
}
