package dev.kindling.shell.console.chart;

import dev.kindling.shell.console.chart.ChartData.Bars;
import dev.kindling.shell.console.chart.ChartData.Histogram;
import dev.kindling.shell.console.chart.ChartData.Line;
import dev.kindling.shell.terminal.Screen;
import dev.kindling.shell.terminal.TextWidth;
import java.util.ArrayList;
import java.util.List;

/** A chart in characters. */
final class TextPicture {
    private static final String NOTHING = "(no values)";

    private TextPicture() {}

    static List<String> lines(ChartData data, Screen screen) {
        var lines = new ArrayList<String>();
        lines.add(TextWidth.cut(data.title(), screen.columns()));
        var picture = picture(data, screen);
        lines.addAll(picture.isEmpty() ? List.of(NOTHING) : picture);
        return lines;
    }

    private static List<String> picture(ChartData data, Screen screen) {
        if (data instanceof Bars bars) {
            return bars(bars, screen.columns());
        }
        if (data instanceof Histogram histogram) {
            return BarLines.of(histogram.bars(), screen.columns());
        }
        return LinePlot.of((Line) data, screen);
    }

    private static List<String> bars(Bars bars, int width) {
        var lines = new ArrayList<>(BarLines.of(bars.bars(), width));
        if (!bars.remark().isEmpty()) {
            lines.add(TextWidth.cut("… " + bars.remark(), width));
        }
        return lines;
    }
}
