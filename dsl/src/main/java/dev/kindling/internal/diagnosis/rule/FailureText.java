package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Clue;
import dev.kindling.internal.diagnosis.evidence.ContainerFacts;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.LogFacts;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import dev.kindling.internal.diagnosis.evidence.ThrownFacts;
import dev.kindling.internal.logs.DriverErrors;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text that was written when something failed: the log of a container that ended with an error, what the operator says of
 * a failure, what this JVM was told. What a running container logs is none: it may pass.
 *
 * @param run whose
 * @param role driver or executor; driver too where it comes from an operator or this JVM
 * @param object as in observations
 * @param field where it stands
 * @param time when it was written
 * @param ends from where on it tells how the container ended; what stands before may have been dealt with
 */
record FailureText(
        String run, String role, String object, String field, String text, @Nullable Instant time, int ends) {

    private static final String THIS_JVM = "this JVM";
    /** What a job throws while the driver's JVM ends for another reason. */
    private static final String SHUT_DOWN = "cancelled because SparkContext was shut down";

    /** SIGKILL and SIGTERM. */
    private static final Set<Integer> KILLED = Set.of(137, 143);

    private static final String CLIENT_EXCEPTION = "io.fabric8.kubernetes.client.KubernetesClientException";

    /** What a program says in passing. */
    private static final Pattern PASSING =
            Pattern.compile("^\\d\\d/\\d\\d/\\d\\d [\\d:.,]+ (?:INFO|WARN|DEBUG|TRACE) ");

    private static final int NEVER = Integer.MAX_VALUE;
    private static final int UNKNOWN = -1;

    /** Of something that was thrown or refused: all of it is about the failure. */
    FailureText(String run, String role, String object, String field, String text, @Nullable Instant time) {
        this(run, role, object, field, text, time, 0);
    }

    boolean isOfExecutor() {
        return role.equals("executor");
    }

    boolean isOfThisJvm() {
        return object.equals(THIS_JVM);
    }

    /** Whether the API server did not do what this JVM asked for: no failure of the program. */
    boolean isRefusal() {
        return isOfThisJvm() && text.contains(CLIENT_EXCEPTION);
    }

    /** Whether what stands there ended it, as far as can be told. Where nothing else does, errors count and warnings do not. */
    boolean tellsTheEnd(int position) {
        return ends == UNKNOWN ? !PASSING.matcher(lineAt(position)).find() : position >= ends;
    }

    /** Whether a signal from outside ended it, whatever it had to say. */
    boolean isOfKilled() {
        return ends == NEVER;
    }

    /** Whether it holds what ended it. */
    boolean holdsTheEnd() {
        return isOfFailure(ends);
    }

    /** The line around a position. */
    String lineAt(int position) {
        var to = text.indexOf('\n', position);
        return text.substring(text.lastIndexOf('\n', position) + 1, to < 0 ? text.length() : to);
    }

    /** Whether this JVM was told so when it looked for the run: programs look for pods, too. */
    boolean isOfSearch() {
        return isOfThisJvm() && field.equals(ThrownFacts.SEARCH);
    }

    /** A line of it as evidence. */
    Clue observed(String line) {
        return new Clue(object, field, line.strip(), time);
    }

    /** All there are, those first that are nearest to the program. */
    static Stream<FailureText> in(Evidence evidence) {
        return Stream.of(thrown(evidence), logs(evidence), ends(evidence), messages(evidence))
                .flatMap(each -> each);
    }

    private static Stream<FailureText> thrown(Evidence evidence) {
        return evidence.thrown().stream()
                .filter(each -> each.remains().isEmpty())
                .map(each -> new FailureText(
                        each.run(), role(each.where()), THIS_JVM, each.where(), each.text(), each.time()));
    }

    /** What was asked for an executor is the executor's. */
    private static String role(String where) {
        return where.contains("executor's pod") ? "executor" : "driver";
    }

    private static Stream<FailureText> logs(Evidence evidence) {
        return evidence.logs().stream()
                .filter(log -> !evidence.isWell(log.run()) && !isOfPause(evidence, log))
                .sorted(Comparator.comparing(log -> !log.isDriver()))
                .map(log -> new FailureText(
                        log.run(),
                        log.role(),
                        "Pod " + evidence.subject().namespace() + "/" + log.pod(),
                        "log",
                        log.failed() ? log.text() : evidence.hasExecutor(log.run()) ? "" : refusals(log.text()),
                        end(evidence, log)
                                .flatMap(end -> Optional.ofNullable(end.since()))
                                .orElse(null),
                        log.failed() ? ends(log.text(), end(evidence, log)) : 0));
    }

    /**
     * Whether it is of a driver before the one that goes well now, and does not say why that ended: a run that was suspended and
     * resumed has one.
     */
    private static boolean isOfPause(Evidence evidence, LogFacts log) {
        var goesOn = Optional.ofNullable(evidence.applications().get(log.run()))
                .filter(application -> !application.hasFailed())
                .isPresent();
        return log.failed()
                && log.isDriver()
                && goesOn
                && evidence.failedPods().noneMatch(pod -> pod.name().equals(log.pod()))
                && !isOfFailure(ends(log.text(), Optional.empty()));
    }

    private static boolean isOfFailure(int ends) {
        return ends != UNKNOWN && ends != NEVER;
    }

    /** Who is killed has no last words, and that a job was cancelled does not say why. */
    private static int ends(String log, Optional<ContainerFacts> end) {
        if (end.filter(container -> KILLED.contains(container.exitCode())).isPresent()) {
            return NEVER;
        }
        var from = DriverErrors.endOf(log).orElse(UNKNOWN);
        return from >= 0 && log.indexOf(SHUT_DOWN, from) >= 0 ? UNKNOWN : from;
    }

    /** A container that could not even begin has no log. */
    private static Stream<FailureText> ends(Evidence evidence) {
        return evidence.failedPods().flatMap(pod -> pod.spark().stream()
                .filter(container -> !container.message().isEmpty())
                .map(container -> new FailureText(
                        pod.run(),
                        pod.role(),
                        pod.object(),
                        container.reason(),
                        container.message(),
                        container.since())));
    }

    /**
     * A driver that may not make executors goes on asking for ever and only logs the answer. What was refused before one came
     * is over: with dynamic allocation there may be none again, and nothing wrong.
     */
    private static String refusals(String log) {
        return log.substring(Math.max(0, log.lastIndexOf(" Registered executor ")))
                .lines()
                .filter(line -> line.contains("Failure executing: POST at:"))
                .collect(Collectors.joining("\n"));
    }

    private static Optional<ContainerFacts> end(Evidence evidence, LogFacts log) {
        return evidence.pods().stream()
                .filter(pod -> pod.name().equals(log.pod()))
                .flatMap((PodFacts pod) -> pod.spark().stream())
                .findFirst();
    }

    private static Stream<FailureText> messages(Evidence evidence) {
        return evidence.applications().entrySet().stream()
                .filter(entry -> !entry.getValue().isWell() && entry.getValue().hasFailed())
                .map(entry -> new FailureText(
                        entry.getKey(),
                        "driver",
                        "SparkApplication " + evidence.subject().namespace() + "/" + entry.getKey(),
                        "status " + entry.getValue().state(),
                        entry.getValue().message(),
                        null));
    }
}
