package dev.kindling.embedded.internal.operator.schedule;

import dev.kindling.embedded.internal.operator.schedule.CronField.Place;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Five fields in a time zone. An hour that a change of the clocks leaves out has no run. */
record Cron(CronField minute, CronField hour, CronField day, CronField month, CronField weekday, ZoneId zone)
        implements Schedule {

    /** After so long nothing comes any more: the 30th of February. */
    private static final int YEARS = 5;

    static Cron parse(List<String> fields, ZoneId zone) {
        return new Cron(
                CronField.parse(fields.get(0), Place.MINUTE),
                CronField.parse(fields.get(1), Place.HOUR),
                CronField.parse(fields.get(2), Place.DAY_OF_MONTH),
                CronField.parse(fields.get(3), Place.MONTH),
                CronField.parse(fields.get(4), Place.DAY_OF_WEEK),
                zone);
    }

    @Override
    public Instant next(Instant now) {
        var time = now.atZone(zone).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        var last = time.plusYears(YEARS);
        while (time.isBefore(last)) {
            if (!month.allows(time.getMonthValue())) {
                time = time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).plusMonths(1);
            } else if (!isDay(time)) {
                time = time.truncatedTo(ChronoUnit.DAYS).plusDays(1);
            } else if (!hour.allows(time.getHour())) {
                time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            } else if (!minute.allows(time.getMinute())) {
                time = time.plusMinutes(1);
            } else {
                return time.toInstant();
            }
        }
        return Instant.MAX;
    }

    /** Where both kinds of days are limited, one of them is enough. */
    private boolean isDay(ZonedDateTime time) {
        var inMonth = day.allows(time.getDayOfMonth());
        var inWeek = weekday.allows(time.getDayOfWeek().getValue() % 7);
        return day.open() || weekday.open() ? inMonth && inWeek : inMonth || inWeek;
    }
}
