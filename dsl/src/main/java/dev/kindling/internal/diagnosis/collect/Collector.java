package dev.kindling.internal.diagnosis.collect;

import dev.kindling.internal.diagnosis.evidence.AccountFacts;
import dev.kindling.internal.diagnosis.evidence.ApplicationFacts;
import dev.kindling.internal.diagnosis.evidence.ClaimFacts;
import dev.kindling.internal.diagnosis.evidence.ContainerFacts;
import dev.kindling.internal.diagnosis.evidence.DriverPoint;
import dev.kindling.internal.diagnosis.evidence.EventFacts;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.LogFacts;
import dev.kindling.internal.diagnosis.evidence.NodeFacts;
import dev.kindling.internal.diagnosis.evidence.OperatorFacts;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import dev.kindling.internal.diagnosis.evidence.QuotaFacts;
import dev.kindling.internal.diagnosis.evidence.Subject;
import dev.kindling.internal.diagnosis.evidence.ThrownFacts;
import dev.kindling.internal.kubernetes.PodReader;
import dev.kindling.internal.operator.Dialect;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Collects the evidence of one run, or of all runs of a namespace. Only what a first look makes suspicious is looked at
 * further: a healthy run costs a list of its pods and one of events, a broken one at most ten calls more.
 */
public final class Collector {

    /** Pods of spark-submit alone stay: a program that is run every night leaves one a night, all of one name. */
    private static final int DRIVER_LOGS = 1;

    private static final String DEFAULT_ACCOUNT = "default";

    private static final int EXECUTOR_LOGS = 4;
    /** Of a namespace with many broken runs: 24 of them, a driver's and an executor's log each. */
    private static final int LOGS_IN_ALL = 48;

    private final Subject subject;
    private final String selector;
    private final Reading reading;
    private final Map<String, ApplicationFacts> applications;
    private final Set<String> uids;
    /** By the uids of pods. */
    private final Map<String, String> accounts = new HashMap<>();

    /**
     * @param selector of the pods' labels
     * @param applications the custom resources, by name
     * @param uids of the custom resources
     */
    public Collector(
            KubernetesClient client,
            Subject subject,
            String selector,
            Map<String, ApplicationFacts> applications,
            Set<String> uids) {
        this.subject = subject;
        this.selector = selector;
        this.applications = applications;
        this.uids = uids;
        this.reading = new Reading(client, subject.namespace());
    }

    /**
     * Asks.
     *
     * @param known pods and logs that were seen before, and may be gone
     * @throws dev.kindling.diagnosis.ClusterAccessException if there is no answer
     */
    public Evidence collect(Known known) {
        var pods = withGone(pods(), known.pods());
        var thrown = pods.isEmpty() && applications.isEmpty() ? missingNamespace(known) : known.thrown();
        var draft = Evidence.of(subject, applications, pods, thrown, known.driver());
        var suspicious = isSuspicious(draft);
        List<EventFacts> events = suspicious ? events(pods) : List.of();
        var waiting = draft.waitingPods().toList();
        List<NodeFacts> nodes =
                waiting.stream().anyMatch(pod -> !pod.unschedulable().isEmpty()) ? reading.nodes() : List.of();
        List<QuotaFacts> quotas = suspicious ? reading.quotas() : List.of();
        var claims = waiting.stream().flatMap(pod -> pod.claims().stream()).toList();
        List<ClaimFacts> found = claims.isEmpty() ? List.of() : reading.claims(claims);
        var logs = logs(draft, known.logs());
        List<AccountFacts> served = suspicious ? accounts(draft) : List.of();
        var operators = operators(draft);
        return draft.with(events, logs, nodes, quotas, found, reading.unread())
                .accounts(served)
                .operators(operators);
    }

    /** Where not even the account is there that each namespace is given, nobody keeps any: nothing is known. */
    private List<AccountFacts> accounts(Evidence draft) {
        var used = draft.openPods()
                .filter(pod -> !pod.hasEnded() && accounts.containsKey(pod.uid()))
                .toList();
        return (used.isEmpty() ? Optional.<Set<String>>empty() : reading.serviceAccounts())
                .filter(there -> there.contains(DEFAULT_ACCOUNT)).stream()
                        .flatMap(there -> used.stream().map(pod -> {
                            var name = accounts.get(pod.uid());
                            return new AccountFacts(pod.run(), pod.role(), name, there.contains(name));
                        }))
                        .distinct()
                        .toList();
    }

    private List<OperatorFacts> operators(Evidence draft) {
        return draft.untouched(Evidence.PATIENCE_WITH_OPERATORS)
                .map(entry -> entry.getValue().operator())
                .distinct()
                .flatMap(product -> Dialect.OF_OPERATORS.stream()
                        .filter(dialect -> dialect.product().equals(product)))
                .flatMap(dialect -> reading.operator(dialect).stream())
                .toList();
    }

    private List<ThrownFacts> missingNamespace(Known known) {
        return Stream.concat(known.thrown().stream(), reading.missingNamespace(subject.name()).stream())
                .toList();
    }

    /** What was seen before, by who looked on. */
    public record Known(List<PodFacts> pods, List<LogFacts> logs, List<ThrownFacts> thrown, DriverPoint driver) {
        public static final Known NOTHING = new Known(List.of(), List.of(), List.of(), DriverPoint.UNKNOWN);
    }

    private List<PodFacts> pods() {
        var found = reading.pods(selector);
        found.forEach(pod -> Optional.ofNullable(pod.getSpec().getServiceAccountName())
                .ifPresent(name -> accounts.put(pod.getMetadata().getUid(), name)));
        return found.stream()
                .map(PodReader::read)
                .filter(pod -> subject.name().isEmpty() || pod.run().equals(subject.name()))
                .toList();
    }

    private static List<PodFacts> withGone(List<PodFacts> there, List<PodFacts> before) {
        var uids = there.stream().map(PodFacts::uid).collect(Collectors.toSet());
        return Stream.concat(there.stream(), before.stream().filter(pod -> !uids.contains(pod.uid())))
                .toList();
    }

    private boolean isSuspicious(Evidence draft) {
        var unwell = applications.entrySet().stream()
                .anyMatch(entry -> !entry.getValue().isWell()
                        && (entry.getValue().hasFailed()
                                || draft.pods().stream()
                                        .noneMatch(pod -> pod.run().equals(entry.getKey()))));
        return unwell
                || applications.isEmpty() && draft.pods().isEmpty()
                || draft.openPods()
                        .anyMatch(pod -> pod.isWaiting()
                                || pod.hasFailed()
                                || pod.phase().equals("Failed"));
    }

    private List<EventFacts> events(List<PodFacts> pods) {
        var ours = pods.stream().map(PodFacts::uid).collect(Collectors.toSet());
        ours.addAll(uids);
        return reading.events().stream()
                .filter(event -> ours.contains(event.uid()) || isOfGonePod(event))
                .toList();
    }

    /** Drivers of earlier attempts are gone, but both operators name them after the application. */
    private boolean isOfGonePod(EventFacts event) {
        return applications.keySet().stream()
                .anyMatch(name -> event.object().startsWith("Pod/" + name + "-")
                        && event.object().substring(name.length() + 4).matches("(-\\d+)?-driver"));
    }

    private List<LogFacts> logs(Evidence draft, List<LogFacts> before) {
        var known = before.stream().map(LogFacts::pod).collect(Collectors.toSet());
        var isOne = !subject.name().isEmpty();
        var drivers = draft.openPods()
                .filter(PodFacts::isDriver)
                .filter(pod -> pod.hasFailed() || pod.isRunning() && maySayWhy(draft, pod))
                .filter(pod -> !known.contains(pod.name()))
                .sorted(Comparator.comparing(PodFacts::created).reversed());
        var executors = draft.failedPods()
                .filter(pod -> !pod.isDriver() && !known.contains(pod.name()))
                .sorted(Comparator.comparing(PodFacts::created))
                .toList();
        var shown = isOne ? executors : firstOfEachRun(executors);
        return Stream.of(
                        before.stream(),
                        logs(drivers.toList(), isOne ? DRIVER_LOGS : LOGS_IN_ALL / 2),
                        logs(shown, isOne ? EXECUTOR_LOGS : LOGS_IN_ALL / 2))
                .flatMap(each -> each)
                .toList();
    }

    /** The latest runs first; executors of one run mostly fail alike. */
    private static List<PodFacts> firstOfEachRun(List<PodFacts> executors) {
        var byRun = executors.stream()
                .collect(Collectors.toMap(PodFacts::run, pod -> pod, (first, later) -> first, LinkedHashMap::new));
        return byRun.values().stream()
                .sorted(Comparator.comparing(PodFacts::created).reversed())
                .toList();
    }

    private Stream<LogFacts> logs(List<PodFacts> pods, int atMost) {
        if (pods.size() > atMost) {
            reading.leaveOut("logs of " + (pods.size() - atMost) + " more pods: only " + atMost + " are looked at");
        }
        return pods.stream().limit(atMost).map(this::log);
    }

    /** Spark only logs it when it may not make executors, and why it has lost those that it had. */
    private boolean maySayWhy(Evidence draft, PodFacts driver) {
        return !draft.hasExecutor(driver.run()) || !subject.name().isEmpty() && hasReplacedExecutors(draft, driver);
    }

    private static boolean hasReplacedExecutors(Evidence draft, PodFacts driver) {
        var ids = draft.pods().stream()
                .filter(pod -> !pod.isDriver() && pod.run().equals(driver.run()))
                .map(PodFacts::executor)
                .filter(id -> id.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .toList();
        return ids.stream().anyMatch(id -> id > ids.size());
    }

    private LogFacts log(PodFacts pod) {
        var container = pod.spark().map(ContainerFacts::name).orElse("");
        return new LogFacts(pod.name(), pod.run(), pod.role(), pod.hasFailed(), reading.log(pod.name(), container));
    }
}
