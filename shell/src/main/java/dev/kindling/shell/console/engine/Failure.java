package dev.kindling.shell.console.engine;

import dev.kindling.diagnosis.KindlingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.UnresolvedReferenceException;
import org.jspecify.annotations.Nullable;

/**
 * An exception of a snippet in few lines: what it was in the end, on which executor, and where in which snippet.
 *
 * @param what the innermost cause; of Kindling's own exceptions all that they say, which ends with the line to write
 * @param task the task, if it was one that failed
 * @param frame the innermost line of a snippet; its file is {@code #} and the snippet's id
 */
public record Failure(String what, Optional<TaskFailure> task, Optional<StackTraceElement> frame) {
    /** Reads the chain of causes. */
    public static Failure of(JShellException thrown) {
        var chain = chain(thrown);
        return new Failure(
                chain.stream()
                        .filter(Failure::isOfKindling)
                        .findFirst()
                        .map(own -> name(own) + ": " + message(own).strip())
                        .orElseGet(() -> what(chain.get(chain.size() - 1))),
                chain.stream()
                        .flatMap(each -> TaskFailure.in(message(each)).stream())
                        .findFirst(),
                chain.stream().flatMap(each -> frame(each).stream()).reduce((outer, inner) -> inner));
    }

    /** As it was thrown: JShell hands out exceptions of its own in place of those of snippets. */
    public static Throwable original(JShellException thrown) {
        var chain = chain(thrown);
        var original = new Original(chain.get(chain.size() - 1), null);
        for (int i = chain.size() - 2; i >= 0; i--) {
            original = new Original(chain.get(i), original);
        }
        return original;
    }

    /** The id of the snippet that the frame is in. */
    public Optional<String> snippet() {
        return frame.map(Failure::id);
    }

    /** The line of code that the frame is in, if the snippet is still there. */
    public String line(JShell jshell) {
        return frame.map(each -> line(each, jshell)).orElse("");
    }

    static String line(StackTraceElement frame, JShell jshell) {
        var id = id(frame);
        return jshell.snippets()
                .filter(each -> each.id().equals(id))
                .flatMap(each -> each.source().lines().skip(Math.max(0, frame.getLineNumber() - 1L)))
                .findFirst()
                .orElse("")
                .strip();
    }

    static boolean isInSnippet(StackTraceElement frame) {
        return Objects.toString(frame.getFileName()).startsWith("#");
    }

    static List<Throwable> chain(@Nullable Throwable thrown) {
        var all = new ArrayList<Throwable>();
        for (var each = thrown; each != null; each = each.getCause()) {
            all.add(each);
        }
        return all;
    }

    /** JShell tells the name of its class only. */
    private static boolean isOfKindling(Throwable each) {
        return name(each).startsWith(KindlingException.class.getPackageName() + ".");
    }

    private static String what(Throwable root) {
        if (root instanceof UnresolvedReferenceException unresolved) {
            return "it uses something that is not declared: "
                    + unresolved.getSnippet().source().lines().findFirst().orElse("");
        }
        var name = name(root);
        var first = message(root).lines().findFirst().orElse("");
        var onExecutor = TaskFailure.in(first).map(TaskFailure::why).filter(why -> !why.isEmpty());
        if (onExecutor.isPresent()) {
            return onExecutor.get(); // a class that the driver cannot load, so that the exception came as text
        }
        return first.isEmpty() ? name : name + ": " + first;
    }

    private static String id(StackTraceElement frame) {
        return Objects.toString(frame.getFileName()).substring(1);
    }

    static String message(Throwable each) {
        return Objects.toString(each.getMessage(), "");
    }

    private static Optional<StackTraceElement> frame(Throwable each) {
        return Stream.of(each.getStackTrace()).filter(Failure::isInSnippet).findFirst();
    }

    static String name(Throwable each) {
        return each instanceof EvalException thrown
                ? thrown.getExceptionClassName()
                : each.getClass().getName();
    }

    private static final class Original extends Exception {
        private static final long serialVersionUID = 1;

        Original(Throwable told, @Nullable Throwable cause) {
            super(name(told) + ": " + message(told), cause);
            setStackTrace(told.getStackTrace());
        }

        @Override
        public String toString() {
            return getMessage();
        }
    }
}
