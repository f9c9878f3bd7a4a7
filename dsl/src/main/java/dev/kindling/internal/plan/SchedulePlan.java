package dev.kindling.internal.plan;

import dev.kindling.value.Concurrency;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * An application that is run again and again.
 *
 * @param name of the resource; runs are called after it and not after the application
 * @param cron when, as text
 * @param keepSuccessful how many runs that succeeded are kept
 * @param keepFailed how many runs that failed are kept
 * @param origin the resource that it was read from
 */
public record SchedulePlan(
        String name,
        String cron,
        ApplicationPlan application,
        ZoneId timeZone,
        Concurrency concurrency,
        int keepSuccessful,
        int keepFailed,
        boolean suspended,
        Optional<ScheduleOrigin> origin) {

    public static SchedulePlan of(String name, String cron, ApplicationPlan application) {
        var utc = ZoneId.ofOffset("UTC", ZoneOffset.UTC);
        return new SchedulePlan(name, cron, application, utc, Concurrency.FORBID, 1, 1, false, Optional.empty());
    }

    public SchedulePlan name(String value) {
        return new SchedulePlan(
                value, cron, application, timeZone, concurrency, keepSuccessful, keepFailed, suspended, origin);
    }

    public SchedulePlan application(ApplicationPlan value) {
        return new SchedulePlan(
                name, cron, value, timeZone, concurrency, keepSuccessful, keepFailed, suspended, origin);
    }

    public SchedulePlan timeZone(ZoneId value) {
        return new SchedulePlan(
                name, cron, application, value, concurrency, keepSuccessful, keepFailed, suspended, origin);
    }

    public SchedulePlan concurrency(Concurrency value) {
        return new SchedulePlan(
                name, cron, application, timeZone, value, keepSuccessful, keepFailed, suspended, origin);
    }

    public SchedulePlan keep(int successful, int failed) {
        return new SchedulePlan(name, cron, application, timeZone, concurrency, successful, failed, suspended, origin);
    }

    public SchedulePlan suspended(boolean value) {
        return new SchedulePlan(
                name, cron, application, timeZone, concurrency, keepSuccessful, keepFailed, value, origin);
    }

    public SchedulePlan origin(Optional<ScheduleOrigin> value) {
        return new SchedulePlan(
                name, cron, application, timeZone, concurrency, keepSuccessful, keepFailed, suspended, value);
    }
}
