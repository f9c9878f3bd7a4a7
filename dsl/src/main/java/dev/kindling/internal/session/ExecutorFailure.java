package dev.kindling.internal.session;

import dev.kindling.internal.kubernetes.ExecutorPod;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One executor whose container ended with an error.
 *
 * @param pod the pod as it was then
 * @param ended its container's end
 * @param log the last lines of its log, empty if they could not be read
 */
record ExecutorFailure(ExecutorPod pod, ExecutorPod.State.Ended ended, String log) {

    /** What Spark, Netty and the JDK say when a connection does not come about. */
    private static final Pattern NO_CONNECTION = Pattern.compile(
            "Failed to connect to|Connecting to \\S+ (timed out|failed)|Connection refused|No route to host"
                    + "|UnknownHostException|Network is unreachable|RpcTimeoutException");

    private static final int EVIDENCE_LINES = 6;

    /** Whether the executor ended because it never got through to the driver. */
    boolean couldNotReach(String host, int port) {
        String bare = host.replaceAll("[\\[\\]]", "");
        boolean namesDriver = log.contains(bare + ":" + port) || log.contains("UnknownHostException: " + bare);
        return namesDriver && NO_CONNECTION.matcher(log).find();
    }

    /** The lines of the log that say why: exceptions and their causes, the last ones first in mind. */
    List<String> evidence() {
        List<String> causes = log.lines()
                .filter(line ->
                        line.startsWith("Caused by:") || EXCEPTION.matcher(line).find() || line.contains(" ERROR "))
                .map(String::strip)
                .distinct()
                .toList();
        List<String> lines = causes.isEmpty()
                ? log.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()
                : causes;
        return lines.subList(Math.max(0, lines.size() - EVIDENCE_LINES), lines.size());
    }

    /** One line: which pod, how it ended. */
    String summary() {
        String reason = ended.reason().isEmpty() ? "" : " (" + ended.reason() + ")";
        return "executor " + pod.executorId() + " (pod " + pod.name() + ") ended with exit code " + ended.exitCode()
                + reason + firstCause().map(cause -> ": " + cause).orElse("");
    }

    private static final Pattern EXCEPTION = Pattern.compile("^(Exception in thread|[\\w.$]+(Exception|Error)\\b)");

    private Optional<String> firstCause() {
        Matcher matcher = Pattern.compile("(?m)^Caused by: (.*)$").matcher(log);
        String last = null;
        while (matcher.find()) {
            last = matcher.group(1);
        }
        return Optional.ofNullable(last)
                .or(() -> ended.message().isEmpty() ? Optional.empty() : Optional.of(ended.message()));
    }
}
