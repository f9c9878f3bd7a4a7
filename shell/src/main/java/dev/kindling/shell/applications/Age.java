package dev.kindling.shell.applications;

import java.time.Duration;
import java.time.Instant;

/** How long ago, in few letters. */
final class Age {
    private Age() {}

    /** Such as {@code 45s}, {@code 12m}, {@code 3h}, {@code 8d}. */
    static String of(Instant then, Instant now) {
        var age = Duration.between(then, now);
        if (age.compareTo(Duration.ofMinutes(2)) < 0) {
            return Math.max(0, age.toSeconds()) + "s";
        }
        if (age.compareTo(Duration.ofHours(2)) < 0) {
            return age.toMinutes() + "m";
        }
        return age.compareTo(Duration.ofDays(2)) < 0 ? age.toHours() + "h" : age.toDays() + "d";
    }
}
