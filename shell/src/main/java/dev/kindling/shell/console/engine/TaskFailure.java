package dev.kindling.shell.console.engine;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Spark's message of a failed job says about the task that failed last.
 *
 * @param task as Spark numbers it, with the try
 * @param stage as Spark numbers it
 * @param host of the executor
 * @param executor its id
 * @param tries how often the task was tried
 * @param why the first line of what the executor says of it
 */
public record TaskFailure(String task, String stage, String host, String executor, int tries, String why) {
    private static final Pattern LOST = Pattern.compile("failed (\\d+) times, most recent failure: "
            + "Lost task ([\\d.]+) in stage ([\\d.]+) \\(TID \\d+\\) \\((\\S+) executor (\\S+)\\)(?:: (.*))?");

    static Optional<TaskFailure> in(String message) {
        var match = LOST.matcher(message);
        return match.find()
                ? Optional.of(new TaskFailure(
                        match.group(2),
                        match.group(3),
                        match.group(4),
                        match.group(5),
                        Integer.parseInt(match.group(1)),
                        Objects.toString(match.group(6), "")))
                : Optional.empty();
    }

    @Override
    public String toString() {
        var times = tries == 1 ? "once" : tries + " times";
        return "on executor " + executor + " (" + host + "), task " + task + " of stage " + stage + ", tried " + times;
    }
}
