package dev.kindling.shell.console.command;

import dev.kindling.shell.console.LambdaHint;
import dev.kindling.shell.console.engine.Failure;
import dev.kindling.shell.terminal.Table;
import dev.kindling.shell.terminal.TextWidth;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import jdk.jshell.Diag;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/** Says what became of a snippet, in jshell's words. */
public final class Feedback {
    private static final String BAR = "|  ";

    private static final String HINT = "why() tells more";

    private static final Set<SubKind> ASKED =
            Set.of(SubKind.TEMP_VAR_EXPRESSION_SUBKIND, SubKind.VAR_VALUE_SUBKIND, SubKind.OTHER_EXPRESSION_SUBKIND);

    private final PrintStream out;
    private final IntSupplier width;
    private final Changes changes = new Changes(this::say);
    private FeedbackMode mode = FeedbackMode.NORMAL;
    private boolean quiet;

    /** To be printed there, for a terminal so wide. */
    public Feedback(PrintStream out, IntSupplier width) {
        this.out = out;
        this.width = width;
    }

    /** How much is said. */
    public FeedbackMode mode() {
        return mode;
    }

    void set(FeedbackMode wanted) {
        mode = wanted;
    }

    /** What a command did. */
    void tell(String remark) {
        if (!quiet && mode.tellsOfCommands()) {
            say(remark);
        }
    }

    /** Does the work with nothing said about what goes well. */
    void quietly(Runnable work) {
        var before = quiet;
        quiet = true;
        try {
            work.run();
        } finally {
            quiet = before;
        }
    }

    /** All events of one evaluation; true if the snippet did what it should. */
    public boolean show(JShell jshell, List<SnippetEvent> events) {
        events.forEach(event -> show(jshell, event, events));
        var own = events.get(0);
        return own.exception() == null && own.status() != Status.REJECTED;
    }

    /** A remark of the console's own. */
    public void say(String remark) {
        remark.lines().forEach(line -> out.println(BAR + line));
    }

    private void show(JShell jshell, SnippetEvent event, List<SnippetEvent> all) {
        if (event.status() == Status.REJECTED) {
            errors(jshell, event.snippet());
        } else if (event.exception() != null) {
            failure(jshell, Failure.of(event.exception()));
        } else if (!quiet) {
            event(jshell, event, all);
        }
    }

    private void event(JShell jshell, SnippetEvent event, List<SnippetEvent> all) {
        if (event.causeSnippet() == null) {
            result(jshell, event, all);
        } else if (mode == FeedbackMode.VERBOSE) {
            changes.update(jshell, event);
        } else if (mode == FeedbackMode.NORMAL) {
            changes.reset(event);
        }
    }

    private void errors(JShell jshell, Snippet snippet) {
        jshell.diagnostics(snippet).filter(Diag::isError).forEach(each -> {
            say("Error:");
            say(each.getMessage(null).replaceAll("\\n\\s*location: class\\s*$", ""));
            var source = snippet.source();
            int position = (int) Math.max(0, Math.min(each.getPosition(), source.length()));
            int start = source.lastIndexOf('\n', position - 1) + 1;
            int end = source.indexOf('\n', position);
            say(source.substring(start, end < 0 ? source.length() : end));
            say(" ".repeat(position - start)
                    + underline((int) each.getEndPosition() - position, source.length() - position));
            LambdaHint.of(each, source).ifPresent(this::say);
        });
    }

    /** In three lines at most, if it is none of Kindling's. */
    private void failure(JShell jshell, Failure failure) {
        say("Exception " + failure.what());
        failure.task().ifPresent(task -> say("  " + task));
        say("  "
                + failure.frame()
                        .map(frame -> place(frame, failure.line(jshell)) + "  -- ")
                        .orElse("") + HINT);
    }

    /** Of the code what fits: the hint behind it is to be seen too. */
    private String place(StackTraceElement frame, String code) {
        var place = "at (" + frame.getFileName() + ":" + frame.getLineNumber() + ")  ";
        int room = width.getAsInt() - 2 * BAR.length() - place.length() - HINT.length() - 4;
        return place + TextWidth.cut(code, Math.max(Table.NARROWEST, room));
    }

    private static String underline(int wanted, int there) {
        int length = Math.min(wanted, there);
        return length < 2 ? "^" : "^" + "-".repeat(length - 2) + "^";
    }

    private void result(JShell jshell, SnippetEvent event, List<SnippetEvent> all) {
        var snippet = event.snippet();
        var isValue =
                snippet instanceof ExpressionSnippet || snippet instanceof VarSnippet && event.status() == Status.VALID;
        if (isValue && (mode.tellsOfCommands() || mode == FeedbackMode.CONCISE && isAsked(snippet))) {
            out.println(name(snippet) + " ==> " + event.value());
        }
        if (mode == FeedbackMode.VERBOSE || mode == FeedbackMode.NORMAL && !isValue) {
            changes.main(jshell, event, all, mode == FeedbackMode.VERBOSE);
        }
    }

    /** An expression whose value nothing else is done with. */
    private static boolean isAsked(Snippet snippet) {
        return ASKED.contains(snippet.subKind());
    }

    private static String name(Snippet snippet) {
        return snippet instanceof VarSnippet variable ? variable.name() : ((ExpressionSnippet) snippet).name();
    }
}
