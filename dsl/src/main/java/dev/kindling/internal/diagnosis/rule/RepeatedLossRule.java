package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.LogFacts;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run loses one executor after the other: what most of them have in common. One or two may happen to any run. */
final class RepeatedLossRule implements Rule {

    private static final String CAUSE = "executors-lost";
    private static final int REPEATEDLY = 3;

    /** As long as failures count against a session. */
    private static final Duration WINDOW = Duration.ofHours(1);

    private static final Pattern GIVEN_UP =
            Pattern.compile("[^\\n]*Max number of executor failures \\(\\d+\\) reached");

    @Override
    public Stream<Cause> causes(Evidence evidence) {
        return Stream.concat(
                        evidence.openPods().map(PodFacts::run),
                        evidence.logs().stream().map(LogFacts::run))
                .distinct()
                .filter(run -> !evidence.isWell(run))
                .flatMap(run ->
                        account(latest(Loss.of(evidence, run)), givenUp(evidence, run))
                                .map(found -> found.run(run))
                                .stream())
                .map(account -> new Cause(Finding.PodLost::new, account));
    }

    private static List<Loss> latest(List<Loss> losses) {
        return losses.stream()
                .filter(loss -> loss.time()
                        .plus(WINDOW)
                        .isAfter(losses.get(losses.size() - 1).time()))
                .toList();
    }

    /** What the driver logs before it ends with exit code 11. */
    private static List<Clue> givenUp(Evidence evidence, String run) {
        return evidence.logs().stream()
                .filter(log -> log.run().equals(run) && log.isDriver())
                .flatMap(log -> GIVEN_UP.matcher(log.text())
                        .results()
                        .map(found -> new Clue(
                                "Pod " + evidence.subject().namespace() + "/" + log.pod(), "log", found.group(), null)))
                .limit(1)
                .toList();
    }

    private static Optional<Account> account(List<Loss> losses, List<Clue> givenUp) {
        if (losses.isEmpty() || losses.size() < REPEATEDLY && givenUp.isEmpty()) {
            return Optional.empty();
        }
        var counts = losses.stream().collect(Collectors.groupingBy(Loss::how, Collectors.counting()));
        var most = counts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow();
        var what = what(losses, most);
        var account = givenUp.isEmpty()
                ? Account.probable(CAUSE, what)
                : Account.certain(CAUSE, "The driver gave up: " + what).seen(givenUp);
        return Optional.of(
                written(account.seen(losses.stream().map(Loss::seen).toList()).why(why(counts)), most.getKey()));
    }

    private static String what(List<Loss> losses, Map.Entry<String, Long> most) {
        var first = losses.get(0).time();
        var last = losses.get(losses.size() - 1).time();
        var share = most.getValue() == losses.size() ? "all" : most.getValue() + " of them";
        return losses.size() + (losses.size() == 1 ? " executor was" : " executors were") + " lost within "
                + Duration.between(first, last).toSeconds() + " s, " + share + ": " + most.getKey();
    }

    private static String why(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> entry.getValue() + " x " + entry.getKey())
                .collect(Collectors.joining("; ", "", "; Spark replaces each and computes again what it had"));
    }

    private static Account written(Account account, String how) {
        if (how.equals(Loss.OUT_OF_MEMORY) || how.contains("SIGKILL")) {
            return account.write(
                    ".executors(ExecutorPlan.of(n).memoryOverhead(\"..\")) with more", "spark.executor.memoryOverhead");
        }
        if (how.contains("OutOfMemoryError")) {
            return account.write(".executors(ExecutorPlan.of(n).memory(\"..\")) with more", "spark.executor.memory");
        }
        return how.contains("exit code")
                ? account.write("session.executorLog(id), or kindling logs NAME: what the executors wrote last", "")
                : account.write(
                                ".conf(\"spark.decommission.enabled\", \"true\"), so that executors hand over their blocks"
                                        + " before they go",
                                "spark.decommission.enabled")
                        .mayPass();
    }
}
