package dev.kindling.shell.console.chart;

import java.util.stream.DoubleStream;

/** Widths of bins that people like to read. */
final class Steps {
    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;
    private static final double[] TIMES = {
        1,
        5,
        15,
        30,
        MINUTE,
        5 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        7 * DAY,
        30 * DAY
    };

    private Steps() {}

    /** 1, 2 or 5 times a power of ten: the smallest that is not less. */
    static double number(double least) {
        var power = Math.pow(10, Math.floor(Math.log10(least)));
        return DoubleStream.of(1, 2, 5, 10)
                .map(factor -> factor * power)
                .filter(step -> step >= least)
                .findFirst()
                .orElse(10 * power);
    }

    /** Seconds, minutes, hours or days. */
    static double time(double least) {
        return DoubleStream.of(TIMES)
                .filter(step -> step >= least)
                .findFirst()
                .orElseGet(() -> DAY * number(least / DAY));
    }
}
