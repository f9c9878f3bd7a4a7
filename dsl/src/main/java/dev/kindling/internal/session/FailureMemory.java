package dev.kindling.internal.session;

import dev.kindling.internal.diagnosis.evidence.LogFacts;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import dev.kindling.internal.diagnosis.evidence.ThrownFacts;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * What has gone wrong in a session so far, as evidence: the pods of executors that failed are gone two seconds later.
 * Bounded, as a session may run for weeks. Thread-safe.
 */
final class FailureMemory {

    /** Of many the first ones and the latest ones. */
    private static final int EACH = 10;

    private final List<Failure> first = new ArrayList<>();
    private final Deque<Failure> latest = new ArrayDeque<>();
    private final Deque<ThrownFacts> thrown = new ArrayDeque<>();

    /** An executor whose container ended with an error, and the end of its log. */
    record Failure(PodFacts pod, String log, Instant time) {
        LogFacts logFacts() {
            return new LogFacts(pod.name(), pod.run(), "executor", true, log);
        }
    }

    synchronized void add(Failure failure) {
        if (first.size() < EACH) {
            first.add(failure);
            return;
        }
        latest.add(failure);
        if (latest.size() > EACH) {
            latest.remove();
        }
    }

    synchronized void add(ThrownFacts fact) {
        thrown.add(fact);
        if (thrown.size() > EACH) {
            thrown.remove();
        }
    }

    /** What was thrown at that place is over. */
    synchronized void forget(String where) {
        thrown.removeIf(fact -> fact.where().equals(where));
    }

    /** Those of the last hour: an executor that failed before has been replaced, or shows in what waits now. */
    List<Failure> failures() {
        return failuresUntil(Instant.now());
    }

    /** Of a session that has ended, those of its last hour of failures, however long ago that is. */
    synchronized List<Failure> lastFailures() {
        return all().map(Failure::time)
                .max(Comparator.naturalOrder())
                .map(this::failuresUntil)
                .orElse(List.of());
    }

    private synchronized List<Failure> failuresUntil(Instant end) {
        var since = end.minus(Patience.FAILURE_WINDOW);
        return all().filter(failure -> failure.time().isAfter(since)).toList();
    }

    private Stream<Failure> all() {
        return Stream.concat(first.stream(), latest.stream());
    }

    synchronized List<ThrownFacts> thrown() {
        return List.copyOf(thrown);
    }
}
