package dev.kindling.shell.console.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.jline.keymap.KeyMap;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jspecify.annotations.Nullable;

/**
 * What the Tab key does: the first time it completes; pressed again where nothing has changed since, it shows signatures and
 * documentation of what the cursor stands in, a page at a time.
 */
final class TabKey {
    private static final String NAME = "complete-or-document";
    /** Lines of a page beside it: the prompt and a few of before. */
    private static final int REST = 6;

    private final LineReader reader;
    private final Supplier<SourceCodeAnalysis> analysis;
    private @Nullable String completed;
    private List<String> page = List.of();

    private TabKey(LineReader reader, Supplier<SourceCodeAnalysis> analysis) {
        this.reader = reader;
        this.analysis = analysis;
    }

    static void bind(LineReader reader, Supplier<SourceCodeAnalysis> analysis) {
        var key = new TabKey(reader, analysis);
        reader.getWidgets().put(NAME, key::press);
        reader.getWidgets().put(LineReader.CALLBACK_INIT, key::begin);
        KeyMap<org.jline.reader.Binding> keys = reader.getKeyMaps().get(LineReader.MAIN);
        keys.bind(new Reference(NAME), "\t");
    }

    private boolean begin() {
        completed = null;
        return true;
    }

    private boolean press() {
        if (here().equals(completed) && document()) {
            return true;
        }
        page = List.of();
        reader.callWidget(LineReader.EXPAND_OR_COMPLETE);
        completed = here();
        return true;
    }

    /** Text and place of the cursor. */
    private String here() {
        return reader.getBuffer().cursor() + ":" + reader.getBuffer();
    }

    /** Whether there was something to show. */
    private boolean document() {
        var lines = page.isEmpty() ? documentation() : page;
        if (lines.isEmpty()) {
            return false;
        }
        int height = Math.max(1, reader.getTerminal().getHeight() - REST);
        var shown = new ArrayList<>(lines.subList(0, Math.min(height, lines.size())));
        page = lines.subList(shown.size(), lines.size());
        if (!page.isEmpty()) {
            shown.add("… " + page.size() + " more lines: press Tab again");
        }
        reader.printAbove(String.join("\n", shown));
        return true;
    }

    private List<String> documentation() {
        int width = Math.max(1, reader.getTerminal().getWidth() - 1);
        var text = reader.getBuffer().toString();
        var lines = new ArrayList<String>();
        for (var each : analysis.get().documentation(text, reader.getBuffer().cursor(), true)) {
            lines.addAll(lines(each, width));
        }
        return lines;
    }

    private static List<String> lines(Documentation each, int width) {
        var lines = new ArrayList<String>();
        lines.add(each.signature());
        var javadoc = each.javadoc();
        if (javadoc != null && !javadoc.isBlank()) {
            JavadocText.lines(javadoc, width - 2).forEach(line -> lines.add("  " + line));
        }
        return lines;
    }
}
