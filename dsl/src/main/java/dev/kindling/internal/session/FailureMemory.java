package dev.kindling.internal.session;

import dev.kindling.internal.diagnosis.evidence.LogFacts;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import dev.kindling.internal.diagnosis.evidence.ThrownFacts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

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
    record Failure(PodFacts pod, String log) {
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

    synchronized List<Failure> failures() {
        var all = new ArrayList<>(first);
        all.addAll(latest);
        return all;
    }

    synchronized List<ThrownFacts> thrown() {
        return List.copyOf(thrown);
    }
}
