package dev.kindling.shell.console.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import jdk.jshell.UnresolvedReferenceException;
import org.jspecify.annotations.Nullable;

/**
 * An exception of a snippet in few lines: what it was in the end, on which executor, and where in which snippet.
 *
 * @param what the innermost cause
 * @param task the task, if it was one that failed
 * @param frame the innermost line of a snippet; its file is {@code #} and the snippet's id
 */
public record Failure(String what, Optional<TaskFailure> task, Optional<StackTraceElement> frame) {
    /** Reads the chain of causes. */
    public static Failure of(JShellException thrown) {
        var chain = chain(thrown);
        return new Failure(
                what(chain.get(chain.size() - 1)),
                chain.stream()
                        .flatMap(each -> TaskFailure.in(message(each)).stream())
                        .findFirst(),
                chain.stream().flatMap(each -> frame(each).stream()).reduce((outer, inner) -> inner));
    }

    /** The id of the snippet that the frame is in. */
    public Optional<String> snippet() {
        return frame.map(each -> Objects.toString(each.getFileName()).substring(1));
    }

    private static List<Throwable> chain(@Nullable Throwable thrown) {
        var all = new ArrayList<Throwable>();
        for (var each = thrown; each != null; each = each.getCause()) {
            all.add(each);
        }
        return all;
    }

    private static String what(Throwable root) {
        if (root instanceof UnresolvedReferenceException unresolved) {
            return "it uses something that is not declared: "
                    + unresolved.getSnippet().source().lines().findFirst().orElse("");
        }
        var name = root instanceof EvalException thrown
                ? thrown.getExceptionClassName()
                : root.getClass().getName();
        var first = message(root).lines().findFirst().orElse("");
        return first.isEmpty() ? name : name + ": " + first;
    }

    private static String message(Throwable each) {
        return Objects.toString(each.getMessage(), "");
    }

    private static Optional<StackTraceElement> frame(Throwable each) {
        return Stream.of(each.getStackTrace())
                .filter(frame -> Objects.toString(frame.getFileName()).startsWith("#"))
                .findFirst();
    }
}
