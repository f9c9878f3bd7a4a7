package dev.kindling.internal.forward;

import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.ClusterAccessException.Answer;
import dev.kindling.diagnosis.ClusterAccessException.Request;
import dev.kindling.internal.kubernetes.ClusterErrors;
import dev.kindling.internal.kubernetes.Uncut;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The pods behind a Service that are ready, as its own load balancing would take them. */
record ServicePods(KubernetesClient client, ForwardTarget target) {

    private static final int NOT_FOUND = 404;

    /** Every one that takes connections now. */
    List<PodPort> ready() {
        var service = Optional.ofNullable(asked("get", "services", target.name(), () -> client.services()
                        .inNamespace(target.namespace())
                        .withName(target.name())
                        .get()))
                .orElseThrow(() -> none(
                        "there is no such Service",
                        "the name and namespace of one in S3.minio(\"http://name.namespace.svc:" + target.port()
                                + "\")"));
        var port = port(service);
        var pods = asked("list", "pods", "", () -> client.pods()
                .inNamespace(target.namespace())
                .withLabels(selector(service))
                .list()
                .getItems());
        var ready = pods.stream()
                .filter(ServicePods::isReady)
                .flatMap(pod -> number(pod, port).stream()
                        .map(number -> new PodPort(
                                target.namespace(), pod.getMetadata().getName(), number)))
                .toList();
        if (ready.isEmpty()) {
            throw none(
                    pods.isEmpty()
                            ? "no pod is behind it"
                            : "none of its " + pods.size() + " pods is ready with that port",
                    "kubectl get pods -n " + target.namespace() + " shows why; then again");
        }
        return ready;
    }

    private ServicePort port(Service service) {
        var ports = service.getSpec().getPorts();
        return ports.stream()
                .filter(port -> port.getPort() == target.port())
                .findFirst()
                .orElseThrow(() -> none(
                        "it has no port " + target.port() + ", but "
                                + ports.stream().map(ServicePort::getPort).toList(),
                        "S3.minio(\"http://..\") with one of its ports"));
    }

    /** Without one, whatever is behind the Service is no pod that could be found by it. */
    private Map<String, String> selector(Service service) {
        return Optional.ofNullable(service.getSpec().getSelector())
                .filter(labels -> !labels.isEmpty())
                .orElseThrow(() -> none(
                        "it selects no pods, so that nothing says to which of them a port could be forwarded",
                        ".fromHere(\"http://..\") with an address by which this machine reaches the store"));
    }

    private static boolean isReady(Pod pod) {
        return pod.getMetadata().getDeletionTimestamp() == null
                && pod.getStatus() != null
                && pod.getStatus().getConditions().stream()
                        .anyMatch(condition ->
                                "Ready".equals(condition.getType()) && "True".equals(condition.getStatus()));
    }

    /** The Service's target is a number, or the name that each pod gives a port of its own. */
    private static Optional<Integer> number(Pod pod, ServicePort port) {
        var at = Optional.ofNullable(port.getTargetPort()).orElseGet(() -> new IntOrString(port.getPort()));
        return at.getStrVal() == null
                ? Optional.of(at.getIntVal())
                : pod.getSpec().getContainers().stream()
                        .flatMap(container -> container.getPorts().stream())
                        .filter(each -> at.getStrVal().equals(each.getName()))
                        .map(each -> each.getContainerPort())
                        .findFirst();
    }

    private <T> T asked(String verb, String kind, String name, Supplier<T> question) {
        try {
            return Uncut.ask(question);
        } catch (KubernetesClientException e) {
            var request = new Request(verb, kind, name, target.namespace());
            throw ClusterErrors.of(request, URI.create(client.getConfiguration().getMasterUrl()), e);
        }
    }

    private ClusterAccessException none(String seen, String hint) {
        return new ClusterAccessException(
                new Request("forward port " + target.port() + " of", "service", target.name(), target.namespace()),
                new Answer(NOT_FOUND, seen),
                hint,
                null);
    }
}
