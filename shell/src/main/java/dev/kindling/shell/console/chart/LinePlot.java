package dev.kindling.shell.console.chart;

import dev.kindling.shell.console.chart.ChartData.Line;
import dev.kindling.shell.console.chart.ChartData.Line.Point;
import dev.kindling.shell.terminal.Screen;
import dev.kindling.shell.terminal.TextWidth;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A line between two axes. */
final class LinePlot {
    private static final int HIGHEST = 15;
    /** Title, axis, its numbers, and the prompt below. */
    private static final int LINES_AROUND = 5;

    private final Line line;
    private final DoubleSummaryStatistics x;
    private final DoubleSummaryStatistics y;
    private final int rows;
    private final int margin;
    private final int columns;

    private LinePlot(Line line, Screen screen) {
        this.line = line;
        this.x = range(Point::x);
        this.y = range(Point::y);
        this.rows = Math.max(3, Math.min(HIGHEST, screen.rows() - LINES_AROUND));
        this.margin = Math.max(top().length(), bottom().length());
        this.columns = Math.max(1, screen.columns() - margin - 2);
    }

    static List<String> of(Line line, Screen screen) {
        return line.points().isEmpty() ? List.of() : new LinePlot(line, screen).lines();
    }

    private List<String> lines() {
        var dots = drawn().lines();
        var lines = new ArrayList<String>();
        for (int i = 0; i < rows; i++) {
            var number = i == 0 ? top() : i == rows - 1 ? bottom() : "";
            lines.add((TextWidth.padLeft(number, margin) + (number.isEmpty() ? " │" : " ┤") + dots.get(i))
                    .stripTrailing());
        }
        lines.add(" ".repeat(margin) + " └" + "─".repeat(columns));
        var left = line.x().text(x.getMin(), span(x));
        var right = line.x().text(x.getMax(), span(x));
        lines.add(" ".repeat(margin + 2) + left + TextWidth.padLeft(right, columns - left.length()));
        return lines;
    }

    private DotCanvas drawn() {
        var canvas = new DotCanvas(columns, rows);
        var points = line.points();
        for (int i = 0; i < points.size(); i++) {
            var from = points.get(Math.max(0, i - 1));
            canvas.line(
                    dotX(from, canvas), dotY(from, canvas), dotX(points.get(i), canvas), dotY(points.get(i), canvas));
        }
        return canvas;
    }

    private int dotX(Point point, DotCanvas canvas) {
        return dot(point.x(), x, canvas.width());
    }

    private int dotY(Point point, DotCanvas canvas) {
        return canvas.height() - 1 - dot(point.y(), y, canvas.height());
    }

    private static int dot(double value, DoubleSummaryStatistics range, int dots) {
        return span(range) == 0 ? 0 : (int) Math.round((value - range.getMin()) / span(range) * (dots - 1));
    }

    private String top() {
        return line.y().text(y.getMax(), span(y));
    }

    private String bottom() {
        return line.y().text(y.getMin(), span(y));
    }

    private static double span(DoubleSummaryStatistics range) {
        return range.getMax() - range.getMin();
    }

    private DoubleSummaryStatistics range(ToDoubleFunction<Point> of) {
        return line.points().stream().mapToDouble(of).summaryStatistics();
    }
}
