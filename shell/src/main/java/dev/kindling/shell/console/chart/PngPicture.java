package dev.kindling.shell.console.chart;

import dev.kindling.shell.console.chart.ChartData.Bars;
import dev.kindling.shell.console.chart.ChartData.Histogram;
import dev.kindling.shell.console.chart.ChartData.Line;
import dev.kindling.shell.console.chart.ChartData.Line.Point;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A chart as a PNG, by XChart, of which and of AWT nothing is loaded before. */
final class PngPicture {
    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 600;
    private static final int MILLIS = 1_000;
    private static final int LABELS_IN_A_LINE = 100;
    private static final int SLANTED = 45;
    private static final String SERIES = "values";
    private static final Color BLUE = new Color(0x2B, 0x6C, 0xB0);
    private static final Color GRID = new Color(0xDD, 0xDD, 0xDD);

    private PngPicture() {}

    static void write(ChartData data, Path file) {
        System.setProperty("java.awt.headless", "true"); // no window is wanted, and macOS would show an icon
        try {
            Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(file));
            BitmapEncoder.saveBitmap(chart(data), file.toString(), BitmapFormat.PNG);
        } catch (IOException e) {
            throw new UncheckedIOException("the chart could not be written to " + file, e);
        }
    }

    private static Chart<? extends AxesChartStyler, ?> chart(ChartData data) {
        var chart = data instanceof Line line
                ? line(line)
                : bars(data instanceof Histogram histogram ? histogram.bars() : ((Bars) data).bars());
        chart.setTitle(data.title());
        chart.getStyler()
                .setPlotGridLinesColor(GRID)
                .setSeriesColors(new Color[] {BLUE})
                .setPlotBorderVisible(false)
                .setLegendVisible(false)
                .setChartTitleBoxVisible(false)
                .setChartBackgroundColor(Color.WHITE);
        return chart;
    }

    private static CategoryChart bars(List<Bars.Bar> bars) {
        var chart = new CategoryChartBuilder().width(WIDTH).height(HEIGHT).build();
        chart.getStyler().setPlotGridVerticalLinesVisible(false);
        if (bars.stream().mapToInt(bar -> bar.label().length()).sum() > LABELS_IN_A_LINE) {
            chart.getStyler().setXAxisLabelRotation(SLANTED);
        }
        if (!bars.isEmpty()) {
            chart.addSeries(
                    SERIES,
                    bars.stream().map(Bars.Bar::label).toList(),
                    bars.stream().map(Bars.Bar::value).toList());
        }
        return chart;
    }

    private static XYChart line(Line line) {
        var chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .xAxisTitle(line.x().name())
                .yAxisTitle(line.y().name())
                .build();
        line.x().zone().map(TimeZone::getTimeZone).ifPresent(chart.getStyler()::setTimezone);
        if (!line.points().isEmpty()) {
            var y = line.points().stream().map(Point::y).toList();
            chart.addSeries(SERIES, places(line), y).setMarker(SeriesMarkers.NONE);
        }
        return chart;
    }

    private static List<?> places(Line line) {
        return line.x().zone().isPresent()
                ? line.points().stream()
                        .map(point -> new Date(Math.round(point.x() * MILLIS)))
                        .toList()
                : line.points().stream().map(Point::x).toList();
    }
}
