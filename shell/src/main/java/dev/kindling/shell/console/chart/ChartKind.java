package dev.kindling.shell.console.chart;

/** The kinds of charts. */
enum ChartKind {
    /** Labels with numbers. */
    BAR,
    /** Numbers along numbers or time. */
    LINE,
    /** How often numbers occur. */
    HISTOGRAM
}
