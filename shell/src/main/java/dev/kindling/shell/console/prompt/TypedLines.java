package dev.kindling.shell.console.prompt;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jline.reader.History;
import org.jline.reader.LineReader;

/** What was typed, in this run and in earlier ones. */
final class TypedLines {
    private static final String AGAIN = "(?s)\\s*/(!|-?\\d|[se]\\d).*";

    private final History history;
    private final Instant begun = Instant.now();
    private boolean command;
    private boolean unsaved;

    /** It is this class that saves the reader's lines: a line that was saved could not be replaced. */
    TypedLines(LineReader reader) {
        reader.unsetOpt(LineReader.Option.HISTORY_INCREMENTAL);
        history = reader.getHistory();
    }

    List<String> lines(boolean ofEarlierRunsToo) {
        return StreamSupport.stream(history.spliterator(), false)
                .filter(each -> ofEarlierRunsToo || each.time().isAfter(begun))
                .map(History.Entry::line)
                .toList();
    }

    /** Saves the line that is about to be run, as the run may be the last thing that this JVM does. */
    void begin(String line) {
        command = line.matches(AGAIN);
        unsaved = command;
        if (!command) {
            save();
        }
    }

    /** A snippet that is run again takes the place of the command that said so, as in jshell. */
    void again(String snippet) {
        if (!command) {
            return; // but one of a file that was opened
        }
        if (unsaved) {
            removeLast();
        }
        var before = history.size();
        history.add(snippet);
        unsaved = history.size() > before; // the same line twice is kept once
    }

    /** Saves what it came to be. */
    void end() {
        save();
    }

    private void removeLast() {
        var last = history.iterator(history.last());
        last.next();
        last.remove();
    }

    private void save() {
        try {
            history.save();
        } catch (IOException e) {
            return; // a full disk shall not keep what was typed from running
        }
    }
}
