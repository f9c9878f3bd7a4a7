package dev.kindling.shell.console.prompt;

import dev.kindling.shell.console.engine.Failure;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/** Says what became of a snippet, in jshell's words. */
final class Feedback {
    private static final String BAR = "|  ";

    private final PrintStream out;

    Feedback(PrintStream out) {
        this.out = out;
    }

    /** All events of one evaluation; true if the snippet did what it should. */
    boolean show(JShell jshell, List<SnippetEvent> events) {
        events.forEach(event -> show(jshell, event));
        var own = events.get(0);
        return own.exception() == null && own.status() != Status.REJECTED;
    }

    /** A remark of the console's own. */
    void say(String remark) {
        remark.lines().forEach(line -> out.println(BAR + line));
    }

    private void show(JShell jshell, SnippetEvent event) {
        if (event.status() == Status.REJECTED) {
            errors(jshell, event.snippet());
        } else if (event.exception() != null) {
            failure(jshell, Failure.of(event.exception()));
        } else if (event.causeSnippet() == null) {
            result(jshell, event);
        } else if (event.previousStatus() == Status.VALID && event.snippet() instanceof VarSnippet variable) {
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
            say(" ".repeat(position - start) + "^");
        });
    }

    /** In three lines at most. */
    private void failure(JShell jshell, Failure failure) {
        say("Exception " + failure.what());
        failure.task().ifPresent(task -> say("  " + task));
        var place = failure.frame()
                .map(frame -> "at (" + frame.getFileName() + ":" + frame.getLineNumber() + ")  " + failure.line(jshell)
                        + "  -- ");
        say("  " + place.orElse("") + "why() tells more");
    }

    private void result(JShell jshell, SnippetEvent event) {
        var snippet = event.snippet();
        if (snippet instanceof VarSnippet variable) {
            out.println(variable.name() + " ==> " + event.value());
        } else if (snippet instanceof ExpressionSnippet expression) {
            out.println(expression.name() + " ==> " + event.value());
        } else if (snippet instanceof MethodSnippet method) {
            declared(jshell, event, "method " + method.name() + "(" + method.parameterTypes() + ")");
        } else if (snippet instanceof TypeDeclSnippet type) {
            var kind = snippet.subKind().toString().replace("_SUBKIND", "").toLowerCase(java.util.Locale.ROOT);
            declared(jshell, event, kind + " " + type.name());
        }
    }

    private void declared(JShell jshell, SnippetEvent event, String what) {
        var verb = event.previousStatus() == Status.NONEXISTENT
                ? "created "
                : event.isSignatureChange() ? "replaced " : "modified ";
        var missing = event.status() == Status.VALID
                ? ""
                : jshell.unresolvedDependencies((DeclarationSnippet) event.snippet())
                        .collect(Collectors.joining(", ", ", however, it cannot be used until ", " is declared"));
        say(verb + what + missing);
    }
}
