package dev.kindling.internal.session;

import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.internal.diagnosis.collect.Collector;
import dev.kindling.internal.diagnosis.evidence.DriverPoint;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.StageFacts;
import dev.kindling.internal.diagnosis.rule.Doctor;
import dev.kindling.internal.kubernetes.ClusterClient;
import dev.kindling.run.ExecutorStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Explains a session from what it has seen itself and, while it is open, from what the cluster tells. */
final class SessionDoctor {

    private static final String LOOK = "asking the cluster";

    private final @Nullable ClusterClient client;
    private final String applicationId;
    private final SessionEvidence evidence;
    private final DriverPoint driver;

    SessionDoctor(@Nullable ClusterClient client, String applicationId, SessionEvidence evidence, DriverPoint driver) {
        this.client = client;
        this.applicationId = applicationId;
        this.evidence = evidence;
        this.driver = driver;
    }

    /** Of a session without a cluster. */
    static SessionDoctor local(SessionEvidence evidence) {
        return new SessionDoctor(null, "", evidence, DriverPoint.UNKNOWN);
    }

    ExecutorLedger ledger() {
        return evidence.ledger();
    }

    SessionEvidence evidence() {
        return evidence;
    }

    /** The last lines of an executor's log; empty without a cluster. */
    String log(ExecutorStatus executor) {
        return client == null ? "" : PodLogs.of(executor, evidence.ledger().container(executor.pod()), client);
    }

    /** Looks, unless the session is closed; where the cluster does not answer, at what was seen before. */
    Diagnosis diagnose(boolean open, List<StageFacts> stages) {
        return Doctor.examine(seen(open).stages(stages));
    }

    /** What there is to see. */
    Evidence seen(boolean open) {
        if (!open) {
            return evidence.atItsEnd(driver);
        }
        if (client == null) {
            return evidence.now(driver);
        }
        try {
            return collected(client);
        } catch (ClusterAccessException e) {
            evidence.thrown(LOOK, e);
            try {
                return evidence.now(driver);
            } finally {
                evidence.memory().forget(LOOK);
            }
        }
    }

    private Evidence collected(ClusterClient client) {
        var collector = new Collector(
                client.client(), evidence.subject(), "spark-app-selector=" + applicationId, Map.of(), Set.of());
        return collector.collect(evidence.known(driver));
    }
}
