package dev.kindling.internal.session;

import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.Explanation;
import dev.kindling.diagnosis.Finding;
import dev.kindling.diagnosis.StartFailedException;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The ways in which a start fails, as exceptions: what was waited for, and what the diagnosis says to it. */
final class StartFailures {

    /** Pools of labelled and tainted nodes are often empty until a pod asks for one. */
    private static final Set<String> OF_SPECIAL_NODES = Set.of("unschedulable-taint", "unschedulable-selector");

    private StartFailures() {}

    /** Whether no node will ever take the executors, however long one waits. */
    static boolean isForEver(Diagnosis diagnosis) {
        return diagnosis
                .first()
                .filter(Finding.Unschedulable.class::isInstance)
                .filter(finding -> !finding.waitingHelps() && !OF_SPECIAL_NODES.contains(finding.cause()))
                .isPresent();
    }

    /** The diagnosis names the cause. */
    static StartFailedException because(SessionLimits limits, Diagnosis diagnosis) {
        return diagnosis
                .first()
                .map(finding -> failed(limits, "", finding, diagnosis))
                .orElseGet(() -> unexplained(limits, "its executors do not come up", diagnosis));
    }

    static StartFailedException tooManyFailures(
            SessionLimits limits, int failures, PodFacts last, Diagnosis diagnosis) {
        var seen = failures + " executors failed; the last: executor " + last.executor() + " (pod " + last.name()
                + ") ended with " + last.condition();
        return diagnosis
                .first()
                .map(finding -> failed(limits, seen, finding, diagnosis))
                .orElseGet(() -> unexplained(limits, seen, diagnosis));
    }

    static StartFailedException timedOut(
            SessionLimits limits, int registered, List<PodFacts> waiting, Diagnosis diagnosis) {
        var pods = waiting.stream()
                .map(pod -> "pod " + pod.name() + ": " + pod.condition())
                .collect(Collectors.joining("; "));
        var seen = registered + " of " + limits.executors() + " executors registered within "
                + limits.startTimeout().toSeconds() + " s; " + (pods.isEmpty() ? "no pod is waiting" : pods);
        return diagnosis
                .first()
                .map(finding -> failed(limits, seen, finding, diagnosis))
                .orElseGet(() -> StartFailedException.diagnosed(
                        new Explanation(
                                tried(limits),
                                seen,
                                "the executors take longer than the start may",
                                ".startTimeout(Duration.ofMinutes(..))"),
                        diagnosis));
    }

    /** The API server refuses something before there is a session to be told of it. */
    static StartFailedException refused(String session, String namespace, String where, Throwable refusal) {
        var limits = new SessionLimits(session, 0, Duration.ZERO, 0, "", 0);
        return because(limits, SessionEvidence.explain(namespace, session, where, refusal));
    }

    private static StartFailedException failed(
            SessionLimits limits, String seen, Finding finding, Diagnosis diagnosis) {
        var evidence = finding.evidence().stream()
                .map(Clue::toString)
                .map(line -> "\n          | " + line)
                .collect(Collectors.joining());
        var all = (seen.isEmpty() ? "" : seen + "; ") + finding.what() + evidence;
        return StartFailedException.diagnosed(
                new Explanation(
                        tried(limits), all, finding.why(), finding.change().code()),
                diagnosis);
    }

    private static StartFailedException unexplained(SessionLimits limits, String seen, Diagnosis diagnosis) {
        var explanation = new Explanation(
                tried(limits),
                seen,
                "not known: nothing that was seen names a cause",
                "look at the executors' logs; .maxExecutorFailures(n) only allows more failures");
        return StartFailedException.diagnosed(explanation, diagnosis);
    }

    private static String tried(SessionLimits limits) {
        return "run session \"" + limits.session() + "\"";
    }
}
