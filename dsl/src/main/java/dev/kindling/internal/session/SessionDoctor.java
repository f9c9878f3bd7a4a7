package dev.kindling.internal.session;

import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.internal.diagnosis.collect.Collector;
import dev.kindling.internal.diagnosis.evidence.DriverPoint;
import dev.kindling.internal.diagnosis.rule.Doctor;
import dev.kindling.internal.kubernetes.ClusterClient;
import dev.kindling.run.ExecutorStatus;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Explains a session from what it has seen itself and, while it is open, from what the cluster tells. */
final class SessionDoctor {

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
        return client == null ? "" : PodLogs.of(executor, client);
    }

    /** Looks, unless the session is closed. */
    Diagnosis diagnose(boolean open) {
        if (client == null || !open) {
            return Doctor.examine(evidence.now(driver));
        }
        var collector = new Collector(
                client.client(), evidence.subject(), "spark-app-selector=" + applicationId, Map.of(), Set.of());
        return Doctor.examine(collector.collect(evidence.known(driver)));
    }
}
