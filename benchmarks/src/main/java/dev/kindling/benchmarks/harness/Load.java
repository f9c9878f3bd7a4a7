package dev.kindling.benchmarks.harness;

import java.lang.management.ManagementFactory;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The circumstances that a figure is worth nothing without. */
public final class Load {

    private Load() {}

    /** Date, machine and load average, in one line. */
    public static String now() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, load average %.2f, JDK %s",
                OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                System.getProperty("java.version"));
    }
}
