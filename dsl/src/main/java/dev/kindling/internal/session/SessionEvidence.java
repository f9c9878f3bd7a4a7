package dev.kindling.internal.session;

import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.internal.diagnosis.collect.Collector.Known;
import dev.kindling.internal.diagnosis.evidence.DriverPoint;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import dev.kindling.internal.diagnosis.evidence.Subject;
import dev.kindling.internal.diagnosis.evidence.ThrownFacts;
import dev.kindling.internal.diagnosis.rule.Doctor;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a session knows of itself without asking the cluster. */
record SessionEvidence(Subject subject, ExecutorLedger ledger, FailureMemory memory) {

    static SessionEvidence of(String namespace, String session, ExecutorLedger ledger) {
        return new SessionEvidence(new Subject("session", namespace, session), ledger, new FailureMemory());
    }

    /** What the doctor says of something that was thrown where there is no session yet. */
    static Diagnosis explain(String namespace, String session, String where, Throwable what) {
        var evidence = of(namespace, session, new ExecutorLedger());
        evidence.thrown(where, what);
        return Doctor.examine(evidence.now(DriverPoint.UNKNOWN));
    }

    /** Something was thrown or refused. */
    void thrown(String where, Throwable what) {
        memory.add(ThrownFacts.of(subject.name(), where, what));
    }

    /** The cluster did not let go of something that the session had made. */
    void notUndone(String step, Exception why) {
        if (why instanceof KubernetesClientException) {
            memory.add(ThrownFacts.remains(subject.name(), step, why));
        }
    }

    /** For a look at the cluster, which knows no more of pods that are gone. */
    Known known(DriverPoint driver) {
        return known(memory.failures(), driver);
    }

    private Known known(List<FailureMemory.Failure> failures, DriverPoint driver) {
        var pods = failures.stream().map(FailureMemory.Failure::pod);
        var logs = failures.stream().map(FailureMemory.Failure::logFacts);
        return new Known(pods.toList(), logs.toList(), memory.thrown(), driver);
    }

    /** All there is without such a look. */
    Evidence now(DriverPoint driver) {
        return of(known(driver));
    }

    /** All there is of a session that has ended. */
    Evidence atItsEnd(DriverPoint driver) {
        return of(known(memory.lastFailures(), driver));
    }

    private Evidence of(Known known) {
        var failed = known.pods().stream().map(PodFacts::uid).collect(Collectors.toSet());
        var others = ledger.pods().stream().filter(pod -> !failed.contains(pod.uid()));
        var pods = Stream.concat(known.pods().stream(), others).toList();
        return Evidence.of(subject, Map.of(), pods, known.thrown(), known.driver())
                .logs(known.logs());
    }
}
