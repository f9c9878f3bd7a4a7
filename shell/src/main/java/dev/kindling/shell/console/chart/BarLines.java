package dev.kindling.shell.console.chart;

import dev.kindling.shell.console.chart.ChartData.Bars;
import dev.kindling.shell.terminal.Bar;
import dev.kindling.shell.terminal.TextWidth;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Bars below each other, each behind its label and its number; those of negative numbers point to the left. */
final class BarLines {
    private static final int SMALLEST_BAR = 10;
    private static final Axis NUMBERS = Axis.numbers("");

    private final List<Bars.Bar> bars;
    private final double most;
    private final double least;
    private final int labels;
    private final int numbers;
    private final double columnsPerUnit;

    private BarLines(List<Bars.Bar> bars, int width) {
        this.bars = bars;
        this.most = Math.max(0, largest(bars, Bars.Bar::value));
        this.least = Math.min(0, -largest(bars, bar -> -bar.value()));
        this.numbers = (int) largest(bars, bar -> number(bar).length());
        this.labels = (int) Math.min(
                largest(bars, bar -> TextWidth.of(bar.label())), Math.max(1, width - numbers - 2 - SMALLEST_BAR));
        var room = Math.max(SMALLEST_BAR, width - labels - numbers - 2);
        this.columnsPerUnit = most == least ? 0 : room / (most - least);
    }

    static List<String> of(List<Bars.Bar> bars, int width) {
        var lines = new BarLines(bars, width);
        return bars.stream().map(lines::line).toList();
    }

    private String line(Bars.Bar bar) {
        var label = TextWidth.padRight(TextWidth.cut(bar.label(), labels), labels);
        return (label + " " + TextWidth.padLeft(number(bar), numbers) + " " + picture(bar.value())).stripTrailing();
    }

    private String picture(double value) {
        int left = (int) (-least * columnsPerUnit);
        if (value < 0) {
            int length = Math.max(1, (int) Math.round(-value * columnsPerUnit));
            return " ".repeat(Math.max(0, left - length)) + "█".repeat(Math.min(left, length));
        }
        return " ".repeat(left) + Bar.of(value * columnsPerUnit);
    }

    private String number(Bars.Bar bar) {
        return NUMBERS.text(bar.value(), Math.max(most, -least));
    }

    private static double largest(List<Bars.Bar> bars, ToDoubleFunction<Bars.Bar> of) {
        return bars.stream().mapToDouble(of).max().orElse(0);
    }
}
