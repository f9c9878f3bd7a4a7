package dev.kindling.internal.application;

import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.internal.diagnosis.collect.Collector;
import dev.kindling.internal.diagnosis.collect.Collector.Known;
import dev.kindling.internal.diagnosis.evidence.ApplicationFacts;
import dev.kindling.internal.diagnosis.evidence.DriverPoint;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.LogFacts;
import dev.kindling.internal.diagnosis.evidence.Subject;
import dev.kindling.internal.diagnosis.evidence.ThrownFacts;
import dev.kindling.internal.diagnosis.rule.Doctor;
import dev.kindling.internal.operator.RunStatus;
import dev.kindling.internal.operator.Verdict;
import dev.kindling.internal.tracking.Connections;
import dev.kindling.run.KeptLog;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at runs by what the cluster has of them: one application, a session by its name, or all of a namespace. */
public final class Examination {

    private static final String SPARK_PODS = "spark-role in (driver,executor)";
    private static final int LOG_LINES = 400;

    private Examination() {}

    /** Of an application whose logs may have been kept, and which may be gone. */
    static Diagnosis of(
            ApplicationApi api,
            Identity id,
            Instant created,
            RunStatus status,
            List<KeptLog> kept,
            List<ThrownFacts> thrown) {
        var facts = facts(api, created, status);
        var logs = facts.isWell() ? List.<LogFacts>of() : logs(id.name(), facts, kept);
        var evidence = new Collector(
                        api.connection().client(),
                        new Subject("application", api.namespace(), id.name()),
                        api.dialect().nameLabel() + "=" + id.name(),
                        Map.of(id.name(), facts),
                        Set.of(id.uid()))
                .collect(new Known(List.of(), logs, thrown, DriverPoint.UNKNOWN));
        return Doctor.examine(evidence);
    }

    /** That the API server has no such resource any more, in its own words. */
    static List<ThrownFacts> gone(ApplicationApi api, String name) {
        var resource = api.dialect().resourceName();
        return List.of(
                new ThrownFacts(name, ThrownFacts.SEARCH, resource + " \"" + name + "\" not found", Instant.now()));
    }

    static Instant created(GenericKubernetesResource resource) {
        return Instant.parse(resource.getMetadata().getCreationTimestamp());
    }

    /** Of the application of that name, else of the session whose pods carry it; empty if there is neither. */
    public static Optional<Diagnosis> named(KubernetesCluster cluster, String name) {
        try (var lease = Connections.lease(cluster)) {
            for (var api : ApplicationList.known(cluster, lease)) {
                var found = api.find(name);
                if (found.isPresent()) {
                    var it = found.get();
                    return Optional.of(of(api, Identity.of(it), created(it), status(api, it), List.of(), List.of()));
                }
            }
            return Optional.of(everything(cluster, lease, name))
                    .filter(evidence -> !evidence.pods().isEmpty())
                    .map(Doctor::examine);
        }
    }

    /** Of all runs of the namespace. */
    public static Diagnosis all(KubernetesCluster cluster) {
        try (var lease = Connections.lease(cluster)) {
            return Doctor.examine(everything(cluster, lease, ""));
        }
    }

    private static Evidence everything(KubernetesCluster cluster, Connections.Lease lease, String name) {
        var applications = new HashMap<String, ApplicationFacts>();
        var uids = new HashSet<String>();
        if (name.isEmpty()) {
            for (var api : ApplicationList.known(cluster, lease)) {
                Pages.each(api, Map.of(), item -> {
                    applications.put(item.getMetadata().getName(), facts(api, created(item), status(api, item)));
                    uids.add(item.getMetadata().getUid());
                });
            }
        }
        var subject = new Subject(name.isEmpty() ? "namespace" : "session", lease.namespace(), name);
        return new Collector(lease.connection().client(), subject, SPARK_PODS, applications, uids)
                .collect(Known.NOTHING);
    }

    private static RunStatus status(ApplicationApi api, GenericKubernetesResource found) {
        return api.dialect().read(Json.of(found), Instant.now());
    }

    private static ApplicationFacts facts(ApplicationApi api, Instant created, RunStatus status) {
        return new ApplicationFacts(
                api.dialect().product(),
                created,
                status.transitions().isEmpty() ? "" : status.state().name(),
                status.state().message(),
                status.attempts(),
                verdict(status.verdict()));
    }

    private static String verdict(Verdict verdict) {
        return verdict == Verdict.SHUT_DOWN ? "stopped" : verdict.name().toLowerCase(Locale.ROOT);
    }

    /** Of pods that may be gone: an attempt's driver that is not the running one has failed. */
    private static List<LogFacts> logs(String run, ApplicationFacts facts, List<KeptLog> kept) {
        return kept.stream()
                .filter(log -> log.source().isDriver()
                        && (facts.hasFailed() || log.source().attempt() < facts.attempts()))
                .map(log -> new LogFacts(log.source().pod(), run, "driver", true, tail(log)))
                .toList();
    }

    private static String tail(KeptLog log) {
        var last = new ArrayDeque<String>();
        try (var lines = log.lines()) {
            lines.forEach(line -> {
                last.add(line);
                if (last.size() > LOG_LINES) {
                    last.remove();
                }
            });
        }
        return last.stream().collect(Collectors.joining("\n"));
    }
}
