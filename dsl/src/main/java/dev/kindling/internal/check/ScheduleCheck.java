package dev.kindling.internal.check;

import dev.kindling.internal.plan.SchedulePlan;
import dev.kindling.internal.text.Names;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** When an application is run again, and what its runs are called. */
final class ScheduleCheck {
    /** A run is called {@code <name>-<nanoseconds since 1970>}, and services are named after it. */
    static final int LONGEST_NAME = 63 - 1 - 19;

    private static final Pattern NAME = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");

    private ScheduleCheck() {}

    static void check(SchedulePlan plan, Problems problems) {
        if (plan.name().length() > LONGEST_NAME || !NAME.matcher(plan.name()).matches()) {
            problems.add(
                    "Spark.schedule(name, ..)",
                    plan.name(),
                    "cannot be the start of names of runs (lower case letters, digits and '-', first a letter, at most "
                            + LONGEST_NAME + " characters)",
                    "Spark.schedule(\""
                            + Names.nearestLabel(plan.name().replaceFirst("^[^A-Za-z]+", ""), LONGEST_NAME, "my-job")
                            + "\", ..)");
        }
        Cron.problem(plan.cron())
                .ifPresent(why -> problems.add(
                        "Spark.schedule(.., cron, ..)", plan.cron(), why, "\"30 2 * * *\" or \"@every 20m\""));
        if (!ZoneId.getAvailableZoneIds().contains(plan.timeZone().getId())) {
            problems.add(
                    ".timeZone(..)",
                    plan.timeZone(),
                    "is no place or UTC, which is all that the operator knows",
                    ".timeZone(ZoneId.of(\"Europe/Berlin\"))");
        }
        if (plan.keepSuccessful() < 0 || plan.keepFailed() < 0) {
            problems.add(
                    ".keep(successful, failed)",
                    plan.keepSuccessful() + ", " + plan.keepFailed(),
                    "is less than none",
                    ".keep(1, 1)");
        }
        application(plan, problems);
    }

    private static void application(SchedulePlan plan, Problems problems) {
        var lifecycle = plan.application().lifecycle();
        if (lifecycle.suspended() && lifecycle.kueueQueue().isEmpty()) {
            problems.add(
                    "Spark.application(..).suspended()",
                    "true",
                    "would make runs that never start",
                    "Spark.schedule(..).suspended()");
        }
        lifecycle
                .idempotencyKey()
                .ifPresent(key -> problems.add(
                        "Spark.application(..).idempotencyKey(..)",
                        key,
                        "names one run, and a schedule makes many",
                        "Spark.schedule(..) without it"));
    }
}
