package dev.kindling.shell.console.command;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How much is said of what goes well: the four modes that jshell comes with. */
public enum FeedbackMode {
    /** Types and what else changed, too. */
    VERBOSE("\nspark> "),
    /** Values, declarations and what commands did. */
    NORMAL("spark> "),
    /** Values of expressions. */
    CONCISE("spark> "),
    /** Nothing. */
    SILENT("-> ");

    private final String prompt;

    FeedbackMode(String prompt) {
        this.prompt = prompt;
    }

    /** In front of the first line. */
    public String prompt() {
        return prompt;
    }

    /** In front of further lines. */
    public String continuation() {
        return this == SILENT ? ">> " : "   ...> ";
    }

    /** Whether commands say what they did. */
    boolean tellsOfCommands() {
        return this == VERBOSE || this == NORMAL;
    }

    /** As it is written. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those that a beginning may mean; of a whole name the mode alone. */
    static List<FeedbackMode> matching(String beginning) {
        return sorted().filter(each -> each.word().startsWith(beginning)).toList();
    }

    static Stream<FeedbackMode> sorted() {
        return Stream.of(values()).sorted(Comparator.comparing(FeedbackMode::word));
    }
}
