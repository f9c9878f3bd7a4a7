package dev.kindling.internal.diagnosis.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that was collected, in one pass, of one run or of all runs of a namespace.
 *
 * @param version of the file format
 * @param taken when
 * @param applications custom resources by name; empty for sessions
 * @param logs their ends
 * @param nodes empty if they may not be read
 * @param accounts of pods that have not ended; none if they may not be listed
 * @param operators those of applications that nobody has looked at; none if they may not be seen
 * @param stages those that run, of a session
 * @param thrown what this JVM was told
 * @param unread what could not be read, and why
 */
public record Evidence(
        int version,
        Instant taken,
        Subject subject,
        Map<String, ApplicationFacts> applications,
        List<PodFacts> pods,
        List<EventFacts> events,
        List<LogFacts> logs,
        List<NodeFacts> nodes,
        List<QuotaFacts> quotas,
        List<ClaimFacts> claims,
        List<AccountFacts> accounts,
        List<OperatorFacts> operators,
        List<StageFacts> stages,
        List<ThrownFacts> thrown,
        DriverPoint driver,
        List<String> unread) {

    public static final int VERSION = 1;

    /** Operators look at a new resource at once, but three drivers made at a time keep Kubeflow's busy for 30 s. */
    public static final Duration PATIENCE_WITH_OPERATORS = Duration.ofSeconds(20);

    /** Copies the collections. */
    public Evidence {
        applications = Map.copyOf(applications);
        pods = List.copyOf(pods);
        events = List.copyOf(events);
        logs = List.copyOf(logs);
        nodes = List.copyOf(nodes);
        quotas = List.copyOf(quotas);
        claims = List.copyOf(claims);
        accounts = List.copyOf(accounts);
        operators = List.copyOf(operators);
        stages = List.copyOf(stages);
        thrown = List.copyOf(thrown);
        unread = List.copyOf(unread);
    }

    /** After a first look. */
    public static Evidence of(
            Subject subject,
            Map<String, ApplicationFacts> applications,
            List<PodFacts> pods,
            List<ThrownFacts> thrown,
            DriverPoint driver) {
        return new Evidence(
                VERSION,
                Instant.now(),
                subject,
                applications,
                pods,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                thrown,
                driver,
                List.of());
    }

    /** With logs. */
    public Evidence logs(List<LogFacts> ends) {
        return with(events, ends, nodes, quotas, claims, unread);
    }

    /** With who should act on what was submitted. */
    public Evidence operators(List<OperatorFacts> seen) {
        return new Evidence(
                version,
                taken,
                subject,
                applications,
                pods,
                events,
                logs,
                nodes,
                quotas,
                claims,
                accounts,
                seen,
                stages,
                thrown,
                driver,
                unread);
    }

    /** With who the pods are to the API server. */
    public Evidence accounts(List<AccountFacts> found) {
        return new Evidence(
                version,
                taken,
                subject,
                applications,
                pods,
                events,
                logs,
                nodes,
                quotas,
                claims,
                found,
                operators,
                stages,
                thrown,
                driver,
                unread);
    }

    /** With what runs. */
    public Evidence stages(List<StageFacts> running) {
        return new Evidence(
                version,
                taken,
                subject,
                applications,
                pods,
                events,
                logs,
                nodes,
                quotas,
                claims,
                accounts,
                operators,
                running,
                thrown,
                driver,
                unread);
    }

    /** With what a closer look has brought. */
    public Evidence with(
            List<EventFacts> noted,
            List<LogFacts> ends,
            List<NodeFacts> machines,
            List<QuotaFacts> limits,
            List<ClaimFacts> mounted,
            List<String> gaps) {
        return new Evidence(
                version,
                taken,
                subject,
                applications,
                pods,
                noted,
                ends,
                machines,
                limits,
                mounted,
                accounts,
                operators,
                stages,
                thrown,
                driver,
                gaps);
    }

    /** Whether the run of that name needs no explanation: its resource says so or, where it has none, its drivers' pods. */
    public boolean isWell(String run) {
        return Optional.ofNullable(applications.get(run))
                .map(ApplicationFacts::isWell)
                .orElseGet(() -> {
                    var drivers = pods.stream()
                            .filter(pod -> pod.isDriver() && pod.run().equals(run))
                            .toList();
                    return !drivers.isEmpty() && drivers.stream().allMatch(PodFacts::hasSucceeded);
                });
    }

    /** Whether the run of that name has an executor's pod, whatever becomes of it. */
    public boolean hasExecutor(String run) {
        return pods.stream().anyMatch(pod -> !pod.isDriver() && pod.run().equals(run));
    }

    /** Applications of which no operator has said anything since then, and that have no pods. */
    public Stream<Map.Entry<String, ApplicationFacts>> untouched(Duration age) {
        return applications.entrySet().stream()
                .filter(entry -> entry.getValue().state().isEmpty()
                        && entry.getValue().created().plus(age).isBefore(taken)
                        && pods.stream().noneMatch(pod -> pod.run().equals(entry.getKey())));
    }

    /** Pods of runs that are not over or that failed. */
    public Stream<PodFacts> openPods() {
        return pods.stream().filter(pod -> !isWell(pod.run()));
    }

    /** Pods whose container has not started. */
    public Stream<PodFacts> waitingPods() {
        return openPods().filter(PodFacts::isWaiting);
    }

    /** Pods whose container ended with an error. */
    public Stream<PodFacts> failedPods() {
        return openPods().filter(PodFacts::hasFailed);
    }

    /** Nodes with the labels that a pod asks for; none if nodes may not be read. */
    public List<NodeFacts> nodesFor(PodFacts pod) {
        return nodes.stream()
                .filter(node ->
                        node.labels().entrySet().containsAll(pod.nodeSelector().entrySet()))
                .toList();
    }

    /** What was noted about a pod. */
    public Stream<EventFacts> eventsOf(PodFacts pod) {
        return events.stream().filter(event -> event.uid().equals(pod.uid()));
    }
}
