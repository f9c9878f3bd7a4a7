package dev.kindling.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "* * * * *",
                "30 2 * * *",
                "*/15 0-6 1,15 JAN-MAR MON-FRI",
                "0 0 ? * sun",
                "5/10 * * * *",
                "0 0 29 2 *",
                "0 0 31 2 MON",
                "0  2\t* * 0",
                "@every 20s",
                "@every 1h30m",
                "@every 1.5h",
                "@hourly",
                "@daily",
                "@midnight",
                "@weekly",
                "@monthly",
                "@yearly",
                "@annually"
            })
    void good(String text) {
        assertThat(Cron.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', has 1 fields",
        "* * * *, has 4 fields",
        "0 30 2 * * *, has 6 fields",
        "60 * * * *, \"60\" for its minute",
        "* 24 * * *, \"24\" for its hour",
        "* * 0 * *, \"0\" for its day",
        "* * * 13 *, \"13\" for its month",
        "* * * * 7, \"7\" for its weekday",
        "* * * * TUESDAY, no number",
        "*/0 * * * *, \"*/0\" for its minute",
        "9-3 * * * *, \"9-3\" for its minute",
        "1-2-3 * * * *, \"1-2-3\" for its minute",
        "'1,,2 * * * *', no number",
        "* * L * *, no number",
        "0 0 30 2 *, none of its months",
        "'0 0 31 4,6 *', none of its months",
        "@reboot, @every 20m",
        "@every, @every 20m",
        "@every 5, @every 20m",
        "@every 10ms, less than a second",
        "@every 0s, less than a second",
        "CRON_TZ=Europe/Berlin 0 2 * * *, .timeZone(",
    })
    void bad(String text, String shown) {
        assertThat(Cron.problem(text)).hasValueSatisfying(why -> assertThat(why).contains(shown));
    }
}
