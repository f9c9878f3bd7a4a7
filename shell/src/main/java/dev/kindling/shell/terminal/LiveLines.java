package dev.kindling.shell.terminal;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/** Lines of a terminal that are rewritten in place. For one thread. */
public final class LiveLines {
    private static final String ERASE_BELOW = "\u001b[J";

    private final PrintStream out;
    private final Screen screen;
    private int drawn;

    public LiveLines(PrintStream out, Screen screen) {
        this.out = out;
        this.screen = screen;
    }

    /** Puts these where the last ones were; of more than the screen has, the last ones are counted only. */
    public void show(List<String> lines) {
        var text = new StringBuilder(drawn == 0 ? "" : "\u001b[" + drawn + "A")
                .append('\r')
                .append(ERASE_BELOW);
        var shown = fitting(lines);
        shown.forEach(line -> text.append(line).append('\n'));
        drawn = shown.size();
        out.print(text);
        out.flush();
    }

    /** A line less than the screen has: the cursor stands below. */
    private List<String> fitting(List<String> lines) {
        var room = screen.rows() - 1;
        if (lines.size() <= room) {
            return lines;
        }
        var shown = lines.subList(0, room - 1);
        return Stream.concat(shown.stream(), Stream.of("… " + (lines.size() - shown.size()) + " more"))
                .toList();
    }
}
