package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A job ended because an executor did, in the middle of a task: how the executor ended is the cause, and the exception that
 * Spark throws of it no fault where it was thrown. Source: {@code ExecutorLostFailure} in Spark's {@code TaskEndReason}.
 */
final class LostExecutorRule implements Rule {

    private static final Pattern LOST = Pattern.compile(
            "ExecutorLostFailure \\(executor (\\S+) exited caused by one of the running tasks\\) Reason:\\s*([^\\n]*)");

    @Override
    public Stream<Cause> causes(Evidence evidence) {
        return FailureText.in(evidence)
                .filter(text -> !text.isOfExecutor() && text.holdsTheEnd())
                .flatMap(text -> last(text).map(lost -> cause(text, lost, evidence)).stream());
    }

    /** What is logged first may have gone well with another executor. */
    private static Optional<MatchResult> last(FailureText text) {
        return LOST.matcher(text.text()).results().reduce((before, after) -> after);
    }

    private static Cause cause(FailureText text, MatchResult lost, Evidence evidence) {
        var line = text.observed(text.lineAt(lost.start()) + " " + lost.group(2));
        return evidence.failedPods()
                .filter(pod -> pod.run().equals(text.run()) && pod.executor().equals(lost.group(1)))
                .findFirst()
                .flatMap(pod -> pod.spark().map(container -> ExitCodeRule.account(pod, container, evidence)))
                .map(account -> new Cause(Finding.ProgramFailed::new, account.seen(line)))
                .orElseGet(() -> new Cause(
                        Finding.PodLost::new, withoutPod(lost).run(text.run()).seen(line)));
    }

    /** Spark's own words for what Kubernetes told it. */
    private static Account withoutPod(MatchResult lost) {
        return Account.certain("executor-lost", "A job ended with its executor " + lost.group(1) + ": " + lost.group(2))
                .why("Spark gives a job up when as many executors as spark.task.maxFailures end with the same task")
                .write(
                        ".logs(LogKeeping.defaults()), and look at what its executors wrote last: kindling logs NAME",
                        "");
    }
}
