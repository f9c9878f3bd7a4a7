package dev.kindling.internal.logs;

import dev.kindling.diagnosis.DriverException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the exception that ended a driver in its log: the last stack trace, Java's or Python's, with its causes. What Spark
 * adds after a Python program's own trace only says that there was one.
 */
public final class DriverErrors {

    private static final String EXCEPTION =
            "((?:[a-z][\\w$]*\\.)+[A-Z][\\w$]*(?:Exception|Error|Throwable|Failure|Interrupt)\\w*)(?:: (.*))?";

    private static final Pattern MAIN = Pattern.compile("Exception in thread \"main\" " + EXCEPTION);
    private static final Pattern LOGGED = Pattern.compile(EXCEPTION);
    private static final Pattern BEHIND_PYTHON = Pattern.compile(": " + EXCEPTION);
    private static final Pattern CAUSE = Pattern.compile("Caused by: ([\\w$.]+)(?:: (.*))?");
    private static final Pattern PYTHON = Pattern.compile("((?:\\w+\\.)*[A-Z]\\w*)(?:: (.*))?");
    private static final String PYTHON_TRACE = "Traceback (most recent call last):";
    private static final String USER_EXITED = "org.apache.spark.SparkUserAppException";

    private DriverErrors() {}

    /** What main threw, else what Python did, else what was logged last: Spark logs more while it stops. */
    public static Optional<DriverException> last(List<String> log) {
        return last(log, (lines, i) -> java(MAIN, lines, i))
                .or(() -> last(log, DriverErrors::python))
                .or(() -> last(log, (lines, i) -> java(LOGGED, lines, i)));
    }

    /** Where a log begins to tell what ended its program: what main threw, else Python's last trace; empty without either. */
    public static OptionalInt endOf(String log) {
        var lines = log.lines().toList();
        return lastLine(lines, i -> java(MAIN, lines, i).isPresent())
                .or(() -> lastLine(lines, i -> python(lines, i).isPresent()))
                .map(line -> OptionalInt.of(lines.stream()
                        .limit(line)
                        .mapToInt(each -> each.length() + 1)
                        .sum()))
                .orElse(OptionalInt.empty());
    }

    private static Optional<Integer> lastLine(List<String> log, IntPredicate begins) {
        return IntStream.iterate(log.size() - 1, i -> i >= 0, i -> i - 1)
                .filter(begins)
                .boxed()
                .findFirst();
    }

    private static Optional<DriverException> last(
            List<String> log, BiFunction<List<String>, Integer, Optional<DriverException>> reader) {
        for (int i = log.size() - 1; i >= 0; i--) {
            var found = reader.apply(log, i);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<DriverException> java(Pattern pattern, List<String> log, int first) {
        var head = pattern.matcher(log.get(first));
        return head.matches() && hasFrames(log, first) && !head.group(1).equals(USER_EXITED)
                ? Optional.of(exception(head.group(1), head.group(2), log, first))
                : Optional.empty();
    }

    /** A message may go over several lines before the first frame. */
    private static boolean hasFrames(List<String> log, int first) {
        for (int i = first + 1; i < Math.min(log.size(), first + 20); i++) {
            if (isFrame(log.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static DriverException exception(String type, @Nullable String message, List<String> log, int first) {
        var said = new StringBuilder(message == null ? "" : message);
        var frames = new ArrayList<String>();
        DriverException cause = null;
        for (int i = first + 1; i < log.size() && cause == null; i++) {
            var line = log.get(i);
            var next = CAUSE.matcher(line);
            if (next.matches()) {
                cause = exception(next.group(1), next.group(2), log, i);
            } else if (isFrame(line)) {
                frames.add(line.strip());
            } else if (frames.isEmpty()) {
                said.append('\n').append(line);
            } else if (!line.isBlank() && !line.startsWith("\t")) {
                break;
            }
        }
        return new DriverException(type, said.toString(), frames, cause);
    }

    private static boolean isFrame(String line) {
        return line.startsWith("\tat ") || line.startsWith("\t... ");
    }

    /** The frames are indented; the exception is the first line after them that is not. */
    private static Optional<DriverException> python(List<String> log, int first) {
        if (!log.get(first).equals(PYTHON_TRACE)) {
            return Optional.empty();
        }
        var frames = new ArrayList<String>();
        for (int i = first + 1; i < log.size(); i++) {
            var line = log.get(i);
            var head = PYTHON.matcher(line);
            if (line.startsWith("  ")) {
                frames.add(line.strip());
            } else if (head.matches()) {
                return Optional.of(new DriverException(
                        head.group(1), head.group(2) == null ? "" : head.group(2), frames, cause(log, i)));
            } else {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** An error of the JVM behind a Python program: {@code : x.Y: message} with its own frames comes next. */
    private static @Nullable DriverException cause(List<String> log, int python) {
        return python + 1 < log.size() ? java(BEHIND_PYTHON, log, python + 1).orElse(null) : null;
    }
}
