package dev.kindling.shell.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.shell.console.chart.ChartData.Bars;
import dev.kindling.shell.console.chart.ChartData.Bars.Bar;
import dev.kindling.shell.console.chart.ChartData.Histogram;
import dev.kindling.shell.console.chart.ChartData.Line;
import dev.kindling.shell.console.chart.ChartData.Line.Point;
import dev.kindling.shell.terminal.Screen;
import dev.kindling.shell.terminal.TextWidth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPictureTest {
    private static final Screen SMALL = new Screen(40, 10);

    @Test
    void bars_stand_behind_their_labels_and_numbers() {
        var bars = new Bars("people by city", List.of(new Bar("東京", 37), new Bar("Rome", 18.5)), "3 others: 12");
        assertThat(TextPicture.lines(bars, SMALL))
                .containsExactly(
                        "people by city",
                        "東京   37 ██████████████████████████████",
                        "Rome 18.5 ███████████████",
                        "… 3 others: 12");
    }

    @Test
    void bars_of_negative_numbers_point_to_the_left() {
        var bars = new Bars("gain by month", List.of(new Bar("May", 10), new Bar("June", -20)), "");
        assertThat(TextPicture.lines(bars, SMALL))
                .containsExactly(
                        "gain by month", "May   10                     ██████████▍", "June -20 ████████████████████");
    }

    @Test
    void bins_name_their_edges() {
        var histogram = new Histogram("rows by delay", Axis.numbers("delay"), 0, 0.5, List.of(4L, 0L, 2L));
        assertThat(TextPicture.lines(histogram, SMALL))
                .containsExactly(
                        "rows by delay",
                        "0 – 0.5 4 ██████████████████████████████",
                        "0.5 – 1 0",
                        "1 – 1.5 2 ███████████████");
    }

    @Test
    void a_line_runs_between_its_axes() {
        var points =
                IntStream.rangeClosed(0, 4).mapToObj(x -> new Point(x, x * x)).toList();
        var line = new Line("square along side", Axis.numbers("side"), Axis.numbers("square"), points);
        assertThat(TextPicture.lines(line, SMALL))
                .containsExactly(
                        "square along side",
                        "16 ┤                                ⣀⠤⠒⠉",
                        "   │                           ⢀⡠⠔⠊⠉",
                        "   │                      ⣀⠤⠔⠒⠉⠁",
                        "   │               ⣀⣀⠤⠤⠒⠊⠉",
                        " 0 ┤⣀⣀⣀⣀⣀⠤⠤⠤⠤⠤⠔⠒⠊⠉⠉",
                        "   └────────────────────────────────────",
                        "    0                                  4");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 57, 80, 200})
    void no_line_is_wider_than_the_terminal(int width) {
        var screen = new Screen(width, 24);
        var bars = new Bars("日".repeat(300), List.of(new Bar("日本語".repeat(100), 1e9), new Bar("🙂", 1)), "");
        var line = new Line("", Axis.numbers("x"), Axis.numbers("y"), List.of(new Point(-1e9, 1e12), new Point(3, 4)));
        assertThat(List.of(bars, line))
                .flatMap(data -> TextPicture.lines(data, screen))
                .allSatisfy(text -> assertThat(TextWidth.of(text)).isLessThanOrEqualTo(width));
    }

    @Test
    void one_point_and_nothing_at_all_can_be_drawn() {
        var axis = Axis.numbers("x");
        assertThat(TextPicture.lines(new Line("t", axis, axis, List.of(new Point(3, 3))), SMALL))
                .hasSize(8);
        assertThat(TextPicture.lines(new Line("t", axis, axis, List.of()), SMALL))
                .containsExactly("t", "(no values)");
        assertThat(TextPicture.lines(new Bars("t", List.of(), ""), SMALL)).containsExactly("t", "(no values)");
        assertThat(TextPicture.lines(new Bars("t", List.of(new Bar("zero", 0)), ""), SMALL))
                .containsExactly("t", "zero 0");
    }
}
