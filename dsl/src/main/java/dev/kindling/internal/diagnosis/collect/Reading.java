package dev.kindling.internal.diagnosis.collect;

import dev.kindling.diagnosis.ClusterAccessException.Request;
import dev.kindling.internal.diagnosis.evidence.ClaimFacts;
import dev.kindling.internal.diagnosis.evidence.EventFacts;
import dev.kindling.internal.diagnosis.evidence.NodeFacts;
import dev.kindling.internal.diagnosis.evidence.OperatorFacts;
import dev.kindling.internal.diagnosis.evidence.QuotaFacts;
import dev.kindling.internal.diagnosis.evidence.ThrownFacts;
import dev.kindling.internal.kubernetes.ClusterErrors;
import dev.kindling.internal.kubernetes.ContainerLog;
import dev.kindling.internal.kubernetes.EventTime;
import dev.kindling.internal.kubernetes.PodReader;
import dev.kindling.internal.kubernetes.Uncut;
import dev.kindling.internal.operator.Dialect;
import dev.kindling.internal.operator.OperatorReader;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One pass of questions to the API server. What may not be read is noted and left out; only no answer at all is an error. */
final class Reading {

    /** Enough for a stack trace with its causes; a log may be of any length. */
    private static final int LOG_LINES = 400;

    private final KubernetesClient client;
    private final String namespace;
    private final List<String> unread = new ArrayList<>();

    Reading(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    List<String> unread() {
        return unread;
    }

    /** Something is not looked at. */
    void leaveOut(String gap) {
        if (!unread.contains(gap)) {
            unread.add(gap);
        }
    }

    List<Pod> pods(String selector) {
        return asked("list", "pods", () -> client.pods()
                        .inNamespace(namespace)
                        .withLabelSelector(selector)
                        .list()
                        .getItems())
                .orElse(List.of());
    }

    List<EventFacts> events() {
        return asked("list", "events", () -> client.v1().events().inNamespace(namespace).list().getItems().stream()
                        .map(Reading::event)
                        .toList())
                .orElse(List.of());
    }

    List<NodeFacts> nodes() {
        return asked("list", "nodes", () -> client.nodes().list().getItems().stream()
                        .map(Reading::node)
                        .toList())
                .orElse(List.of());
    }

    List<QuotaFacts> quotas() {
        return asked(
                        "list",
                        "resourcequotas",
                        () -> client.resourceQuotas().inNamespace(namespace).list().getItems().stream()
                                .filter(quota -> quota.getStatus() != null)
                                .map(quota -> new QuotaFacts(
                                        quota.getMetadata().getName(),
                                        PodReader.quantities(quota.getStatus().getHard()),
                                        PodReader.quantities(quota.getStatus().getUsed())))
                                .toList())
                .orElse(List.of());
    }

    List<ClaimFacts> claims(List<String> names) {
        return asked("list", "persistentvolumeclaims", () -> client.persistentVolumeClaims()
                        .inNamespace(namespace)
                        .list()
                        .getItems())
                .map(found -> names.stream()
                        .distinct()
                        .map(name -> found.stream()
                                .filter(claim -> claim.getMetadata().getName().equals(name))
                                .findFirst()
                                .map(claim -> new ClaimFacts(
                                        name,
                                        PodReader.text(claim.getStatus().getPhase()),
                                        PodReader.text(claim.getSpec().getStorageClassName())))
                                .orElse(new ClaimFacts(name, "", "")))
                        .toList())
                .orElse(List.of());
    }

    /** Names; empty if they may not be listed. */
    Optional<Set<String>> serviceAccounts() {
        return asked(
                "list",
                "serviceaccounts",
                () -> client.serviceAccounts().inNamespace(namespace).list().getItems().stream()
                        .map(account -> account.getMetadata().getName())
                        .collect(Collectors.toSet()));
    }

    /** Empty if an ordinary user asks. */
    Optional<OperatorFacts> operator(Dialect dialect) {
        return asked("list", "deployments", "all namespaces", () -> OperatorReader.read(client, dialect));
    }

    /** The end of a container's log; empty if it is gone or may not be read. */
    String log(String pod, String container) {
        return asked("get", "pods/log", () -> new ContainerLog(client, namespace, pod, container).end(LOG_LINES))
                .orElse("");
    }

    /** What the API server says where there is no such namespace: all lists of one are just empty. */
    Optional<ThrownFacts> missingNamespace(String run) {
        try {
            // Not require(): it calls every refusal a missing object.
            return client.namespaces().withName(namespace).get() == null
                    ? Optional.of(new ThrownFacts(
                            run,
                            "looking for the namespace",
                            "namespaces \"" + namespace + "\" not found",
                            Instant.now()))
                    : Optional.empty();
        } catch (KubernetesClientException e) {
            return Optional.empty(); // An ordinary user may not look.
        }
    }

    private <T> Optional<T> asked(String verb, String kind, Supplier<T> question) {
        return asked(verb, kind, namespace, question);
    }

    private <T> Optional<T> asked(String verb, String kind, String place, Supplier<T> question) {
        try {
            return Optional.of(Uncut.ask(question));
        } catch (KubernetesClientException e) {
            if (e.getCode() <= 0 || e.getCode() == 401) {
                throw ClusterErrors.of(
                        new Request(verb, kind, "", namespace),
                        URI.create(client.getConfiguration().getMasterUrl()),
                        e);
            }
            var gap = kind + " of " + place + ": HTTP " + e.getCode()
                    + (e.getCode() == 403 ? ", the right \"" + verb + " " + kind + "\" is missing" : "");
            leaveOut(gap);
            return Optional.empty();
        }
    }

    private static EventFacts event(Event event) {
        var object = event.getInvolvedObject();
        return new EventFacts(
                PodReader.text(event.getMetadata().getNamespace()),
                object.getKind() + "/" + object.getName(),
                PodReader.text(object.getUid()),
                PodReader.text(event.getReason()),
                PodReader.text(event.getMessage()),
                "Warning".equals(event.getType()),
                EventTime.of(event),
                Objects.requireNonNullElse(event.getCount(), 1));
    }

    private static NodeFacts node(Node node) {
        var labels = Objects.requireNonNullElse(node.getMetadata().getLabels(), Map.<String, String>of());
        return new NodeFacts(
                node.getMetadata().getName(),
                labels.getOrDefault("kubernetes.io/arch", ""),
                labels,
                PodReader.quantities(node.getStatus().getAllocatable()),
                Stream.ofNullable(node.getSpec().getTaints())
                        .flatMap(List::stream)
                        .map(taint -> taint.getKey() + "=" + PodReader.text(taint.getValue()) + ":" + taint.getEffect())
                        .toList(),
                problems(node));
    }

    private static List<String> problems(Node node) {
        return Stream.ofNullable(node.getStatus().getConditions())
                .flatMap(List::stream)
                .filter(each -> "Ready".equals(each.getType()) != "True".equals(each.getStatus()))
                .map(each -> "Ready".equals(each.getType()) ? "NotReady" : each.getType())
                .collect(Collectors.toList());
    }
}
