package dev.kindling.shell.console.prompt;

import dev.kindling.shell.console.engine.Failure;
import dev.kindling.shell.terminal.Table;
import dev.kindling.shell.terminal.TextWidth;
import java.io.PrintStream;
import java.util.List;
import java.util.function.IntSupplier;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/** Says what became of a snippet, in jshell's words. */
final class Feedback {
    private static final String BAR = "|  ";

    private static final String HINT = "why() tells more";

    private final PrintStream out;
    private final IntSupplier width;
    private boolean quiet;

    Feedback(PrintStream out, IntSupplier width) {
        this.out = out;
        this.width = width;
    }

    /** What went well. */
    void tell(String remark) {
        if (!quiet) {
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
    boolean show(JShell jshell, List<SnippetEvent> events) {
        events.forEach(event -> show(jshell, event, events));
        var own = events.get(0);
        return own.exception() == null && own.status() != Status.REJECTED;
    }

    /** A remark of the console's own. */
    void say(String remark) {
        remark.lines().forEach(line -> out.println(BAR + line));
    }

    private void show(JShell jshell, SnippetEvent event, List<SnippetEvent> all) {
        if (event.status() == Status.REJECTED) {
            errors(jshell, event.snippet());
        } else if (event.exception() != null) {
            failure(jshell, Failure.of(event.exception()));
        } else if (event.causeSnippet() == null) {
            result(jshell, event, all);
        } else if (event.previousStatus() == Status.VALID
                && event.status() == Status.VALID
                && event.snippet() instanceof VarSnippet variable) {
            say("  replaced variable " + variable.name() + ", reset to null");
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
        });
    }

    /** In three lines at most. */
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
        if (quiet) {
            return;
        }
        var snippet = event.snippet();
        if (snippet instanceof VarSnippet variable && event.status() == Status.VALID) {
            out.println(variable.name() + " ==> " + event.value());
        } else if (snippet instanceof ExpressionSnippet expression) {
            out.println(expression.name() + " ==> " + event.value());
        } else if (snippet instanceof DeclarationSnippet declaration) {
            declared(jshell, event, declaration, all);
        }
    }

    private void declared(JShell jshell, SnippetEvent event, DeclarationSnippet declaration, List<SnippetEvent> all) {
        var verb = event.previousStatus() == Status.NONEXISTENT
                ? "created "
                : event.isSignatureChange() && !keepsSignature(declaration, all) ? "replaced " : "modified ";
        var until = Listings.until(jshell, declaration);
        say(verb + Listings.named(declaration) + (until.isEmpty() ? "" : ", however, it " + until));
    }

    /** JShell calls it a change when a class cannot be redefined in place, as classes that executors know cannot. */
    private static boolean keepsSignature(DeclarationSnippet declaration, List<SnippetEvent> all) {
        return declaration instanceof MethodSnippet method
                && all.stream()
                        .filter(each -> each.status() == Status.OVERWRITTEN)
                        .anyMatch(each -> each.snippet() instanceof MethodSnippet before
                                && before.signature().equals(method.signature()));
    }
}
