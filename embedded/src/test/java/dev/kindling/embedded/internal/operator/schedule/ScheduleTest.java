package dev.kindling.embedded.internal.operator.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    /** A Monday. */
    private static final Instant NOW = Instant.parse("2026-11-23T10:17:42.5Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* * * * *         | 2026-11-23T10:18:00Z",
                "? * * * ?         | 2026-11-23T10:18:00Z",
                "17 * * * *        | 2026-11-23T11:17:00Z",
                "*/20 * * * *      | 2026-11-23T10:20:00Z",
                "5/20 * * * *      | 2026-11-23T10:25:00Z",
                "0 3 * * *         | 2026-11-24T03:00:00Z",
                "0,30 9-11 * * *   | 2026-11-23T10:30:00Z",
                "0 0 * * tue       | 2026-11-24T00:00:00Z",
                "0 0 1 JAN *       | 2027-01-01T00:00:00Z",
                "0 0 29 2 *        | 2028-02-29T00:00:00Z",
                "0 0 13 * fri      | 2026-11-27T00:00:00Z",
                "0 0 13 * *        | 2026-12-13T00:00:00Z",
                "@hourly           | 2026-11-23T11:00:00Z",
                "@midnight         | 2026-11-24T00:00:00Z",
                "@weekly           | 2026-11-29T00:00:00Z",
                "@yearly           | 2027-01-01T00:00:00Z",
                "@every 20s        | 2026-11-23T10:18:02Z",
                "@every 1h30m      | 2026-11-23T11:47:42Z",
                "@every 100ms      | 2026-11-23T10:17:43Z",
                "CRON_TZ=Asia/Tokyo 0 3 * * * | 2026-11-23T18:00:00Z",
                "TZ=UTC 0 3 * * *             | 2026-11-24T03:00:00Z",
            })
    void theNextTime(String schedule, Instant expected) {
        assertThat(Schedule.parse(schedule, "UTC").next(NOW)).isEqualTo(expected);
    }

    @Test
    void theZoneOfTheResourceCountsWhereTheTextNamesNone() {
        assertThat(Schedule.parse("0 3 * * *", "America/New_York").next(NOW))
                .isEqualTo(Instant.parse("2026-11-24T08:00:00Z"));
    }

    @Test
    void anHourThatTheClocksLeaveOutHasNoRun() {
        var before = Instant.parse("2026-03-28T12:00:00Z");

        assertThat(Schedule.parse("30 2 * * *", "Europe/Berlin").next(before))
                .isEqualTo(Instant.parse("2026-03-30T00:30:00Z"));
    }

    @Test
    void someDaysNeverCome() {
        assertThat(Schedule.parse("0 0 30 2 *", "UTC").next(NOW)).isEqualTo(Instant.MAX);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''            | UTC  | empty spec string",
                "* * * *       | UTC  | expected exactly 5 fields, found 4: [* * * *]",
                "60 * * * *    | UTC  | end of range (60) above maximum (59): 60",
                "* * 0 * *     | UTC  | beginning of range (0) below minimum (1): 0",
                "* * * * 7     | UTC  | end of range (7) above maximum (6): 7",
                "9-5 * * * *   | UTC  | beginning of range (9) beyond end of range (5): 9-5",
                "*/0 * * * *   | UTC  | step of range should be a positive number: */0",
                "1-2-3 * * * * | UTC  | too many hyphens: 1-2-3",
                "*/2/3 * * * * | UTC  | too many slashes: */2/3",
                "x * * * *     | UTC  | failed to parse int from x: strconv.Atoi: parsing \"x\": invalid syntax",
                "@often        | UTC  | unrecognized descriptor: @often",
                "@every soon   | UTC  | failed to parse duration @every soon: time: invalid duration \"soon\"",
                "* * * * *     | Mars | Invalid timezone: unknown time zone Mars",
                "TZ=X * * * *  | UTC  | provided bad location X: unknown time zone X",
            })
    void mistakesAreNamed(String schedule, String zone, String message) {
        assertThatThrownBy(() -> Schedule.parse(schedule, zone))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
