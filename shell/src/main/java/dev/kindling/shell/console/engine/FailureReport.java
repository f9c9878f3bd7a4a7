package dev.kindling.shell.console.engine;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;

/** Everything that is known of an exception: the chain of its causes, also those on executors, each with its stack. */
public final class FailureReport {
    private static final int FRAMES = 15;
    private static final String STACK_IN_MESSAGE = "\n\tat ";

    private final JShell jshell;
    private final List<String> lines = new ArrayList<>();

    private FailureReport(JShell jshell) {
        this.jshell = jshell;
    }

    /** The short form first, then each exception, the outermost first. */
    public static List<String> lines(JShellException thrown, JShell jshell) {
        var report = new FailureReport(jshell);
        report.summary(Failure.of(thrown));
        var chain = Failure.chain(thrown);
        for (int i = 0; i < chain.size(); i++) {
            report.exception(chain.get(i), i == 0 ? "" : "caused by ", i == chain.size() - 1);
        }
        return report.lines;
    }

    private void summary(Failure failure) {
        lines.add(failure.what());
        failure.task().ifPresent(task -> lines.add("  " + task));
        failure.frame()
                .ifPresent(frame -> lines.add("  in snippet " + frame.getFileName() + ", line " + frame.getLineNumber()
                        + ": " + failure.line(jshell)));
    }

    /** Spark writes the executor's stack into the message; it is kept where there is no cause that has it. */
    private void exception(Throwable each, String relation, boolean last) {
        lines.add("");
        var message = Failure.message(each);
        int stack = message.indexOf(STACK_IN_MESSAGE);
        var shown = stack < 0 || last ? message : message.substring(0, stack);
        var text = relation + Failure.name(each) + (shown.isEmpty() ? "" : ": " + shown);
        text.lines().map(line -> line.replace("\t", "    ")).forEach(lines::add);
        frames(each.getStackTrace());
    }

    /** The first ones, and those of snippets wherever they are. */
    private void frames(StackTraceElement[] frames) {
        int left = 0;
        for (int i = 0; i < frames.length; i++) {
            if (Failure.isInSnippet(frames[i])) {
                lines.add("    at (" + frames[i].getFileName() + ":" + frames[i].getLineNumber() + ")  "
                        + Failure.line(frames[i], jshell));
            } else if (i < FRAMES) {
                lines.add("    at " + frames[i]);
            } else {
                left++;
            }
        }
        if (left > 0) {
            lines.add("    … " + left + " more");
        }
    }
}
