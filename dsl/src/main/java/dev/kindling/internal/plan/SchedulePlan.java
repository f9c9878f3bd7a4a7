package dev.kindling.internal.plan;

import dev.kindling.value.Concurrency;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * An application that is run again and again.
 *
 * @param name of the resource; runs are called after it and not after the application
 * @param cron when, as text
 * @param keepSuccessful how many runs that succeeded are kept
 * @param keepFailed how many runs that failed are kept
 */
public record SchedulePlan(
        String name,
        String cron,
        ApplicationPlan application,
        ZoneId timeZone,
        Concurrency concurrency,
        int keepSuccessful,
        int keepFailed,
        boolean suspended) {

    public static SchedulePlan of(String name, String cron, ApplicationPlan application) {
        var utc = ZoneId.ofOffset("UTC", ZoneOffset.UTC);
        return new SchedulePlan(name, cron, application, utc, Concurrency.FORBID, 1, 1, false);
    }

    public SchedulePlan application(ApplicationPlan value) {
        return new SchedulePlan(name, cron, value, timeZone, concurrency, keepSuccessful, keepFailed, suspended);
    }

    public SchedulePlan timeZone(ZoneId value) {
        return new SchedulePlan(name, cron, application, value, concurrency, keepSuccessful, keepFailed, suspended);
    }

    public SchedulePlan concurrency(Concurrency value) {
        return new SchedulePlan(name, cron, application, timeZone, value, keepSuccessful, keepFailed, suspended);
    }

    public SchedulePlan keep(int successful, int failed) {
        return new SchedulePlan(name, cron, application, timeZone, concurrency, successful, failed, suspended);
    }

    public SchedulePlan suspended(boolean value) {
        return new SchedulePlan(name, cron, application, timeZone, concurrency, keepSuccessful, keepFailed, value);
    }
}
