package dev.kindling.shell.console.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jspecify.annotations.Nullable;

/**
 * What the Tab key does: it completes, and pressed again it shows signatures and documentation of what the cursor stands in,
 * a page at a time; where an argument begins, the other way round.
 */
final class TabKey {
    private static final Pattern ARGUMENT = Pattern.compile("[\\w>\\])\"][(,]\\s*$");
    private static final String NAME = "complete-or-document";
    /** Lines of a page beside it: the prompt and a few of before. */
    private static final int REST = 6;

    private final LineReader reader;
    private final Supplier<SourceCodeAnalysis> analysis;
    private @Nullable String seen;
    private List<String> page = List.of();

    private TabKey(LineReader reader, Supplier<SourceCodeAnalysis> analysis) {
        this.reader = reader;
        this.analysis = analysis;
    }

    static void bind(LineReader reader, Supplier<SourceCodeAnalysis> analysis) {
        var key = new TabKey(reader, analysis);
        reader.getWidgets().put(NAME, key::press);
        reader.getWidgets().put(LineReader.CALLBACK_INIT, key::begin);
        KeyMap<Binding> keys = reader.getKeyMaps().get(LineReader.MAIN);
        keys.bind(new Reference(NAME), "\t");
    }

    private boolean begin() {
        seen = null;
        page = List.of();
        return true;
    }

    private boolean press() {
        var before = here();
        boolean again = before.equals(seen);
        if (!(again && nextPage()) && !(again != beginsArgument() && document())) {
            reader.callWidget(LineReader.EXPAND_OR_COMPLETE);
        }
        seen = beginsArgument() && !here().equals(before) ? null : here(); // an argument begins that was not there yet
        return true;
    }

    /** Where everything may come next, signatures tell more than a list of it. */
    private boolean beginsArgument() {
        return ARGUMENT.matcher(
                        reader.getBuffer().substring(0, reader.getBuffer().cursor()))
                .find();
    }

    /** Text and place of the cursor. */
    private String here() {
        return reader.getBuffer().cursor() + ":" + reader.getBuffer();
    }

    private boolean document() {
        page = documentation();
        return nextPage();
    }

    /** Whether there was something to show. */
    private boolean nextPage() {
        if (page.isEmpty()) {
            return false;
        }
        int height = Math.max(1, reader.getTerminal().getHeight() - REST);
        var shown = new ArrayList<>(page.subList(0, Math.min(height, page.size())));
        page = page.subList(shown.size(), page.size());
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
