package dev.kindling.internal.preflight;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.value.Toleration;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether any node, if it were empty, would take a pod. Clusters may grow, so that none does is no more than a warning. */
final class NodeCheck {

    private NodeCheck() {}

    static Check of(KubernetesClient client, List<Demand> demands) {
        return new Check("nodes", () -> {
            var nodes = client.nodes().list().getItems();
            return nodes.isEmpty()
                    ? Answer.notKnown("nodes: there are none")
                    : Answer.found("nodes", problems(nodes, demands));
        });
    }

    static List<Answer.Problem> problems(List<Node> nodes, List<Demand> demands) {
        return demands.stream()
                .flatMap(demand -> problem(nodes, demand).stream())
                .map(account -> new Answer.Problem(Finding.Unschedulable::new, account))
                .toList();
    }

    private static Optional<Account> problem(List<Node> nodes, Demand demand) {
        var selected = nodes.stream().filter(node -> isSelected(node, demand)).toList();
        if (selected.isEmpty()) {
            return Optional.of(account(
                    demand,
                    "unschedulable-selector",
                    "No node has the labels that the " + demand.role() + " asks for",
                    demand.scheduling().nodeSelector().toString()));
        }
        var open = selected.stream().filter(node -> isTolerated(node, demand)).toList();
        if (open.isEmpty()) {
            return Optional.of(account(
                    demand,
                    "unschedulable-taint",
                    "All nodes keep the " + demand.role() + " away by their taints",
                    taints(selected)));
        }
        return Stream.of("cpu", "memory")
                .filter(resource -> open.stream().noneMatch(node -> holds(node, resource, demand)))
                .findFirst()
                .map(resource -> account(
                        demand,
                        "unschedulable-" + resource,
                        "No node has as much " + resource + " as one " + demand.role() + " asks for",
                        "the largest has " + largest(open, resource)));
    }

    private static Account account(Demand demand, String cause, String what, String seen) {
        return Account.probable(cause, what)
                .seen(new Clue("Node", "status", seen, null))
                .why("the nodes of now do not take it; whether the cluster adds others is not known")
                .write(
                        demand.role().equals("driver")
                                ? ".driver(DriverPlan.defaults()..) that fits one of them"
                                : ".executors(ExecutorPlan.of(n)..) that fit one of them",
                        "");
    }

    private static boolean isSelected(Node node, Demand demand) {
        var labels = Objects.requireNonNullElse(node.getMetadata().getLabels(), Map.<String, String>of());
        return labels.entrySet().containsAll(demand.scheduling().nodeSelector().entrySet());
    }

    private static boolean isTolerated(Node node, Demand demand) {
        return taints(node)
                .filter(taint -> !taint.getEffect().equals("PreferNoSchedule"))
                .allMatch(taint -> demand.scheduling().tolerations().stream().anyMatch(each -> tolerates(each, taint)));
    }

    private static Stream<Taint> taints(Node node) {
        return Stream.ofNullable(node.getSpec()).flatMap(spec -> spec.getTaints().stream());
    }

    private static boolean tolerates(Toleration toleration, Taint taint) {
        return toleration.key().equals(taint.getKey())
                && toleration
                        .value()
                        .map(value -> value.equals(taint.getValue()))
                        .orElse(true)
                && toleration
                        .effect()
                        .map(effect -> effect.toString().equals(taint.getEffect()))
                        .orElse(true);
    }

    private static boolean holds(Node node, String resource, Demand demand) {
        return amount(node, resource).compareTo(demand.request(resource).orElse(BigDecimal.ZERO)) >= 0;
    }

    private static BigDecimal amount(Node node, String resource) {
        return Optional.ofNullable(node.getStatus().getAllocatable().get(resource))
                .map(Quantity::getAmountInBytes)
                .orElse(BigDecimal.ZERO);
    }

    private static String largest(List<Node> nodes, String resource) {
        return nodes.stream()
                .max((one, other) -> amount(one, resource).compareTo(amount(other, resource)))
                .map(node -> node.getStatus().getAllocatable().get(resource) + " ("
                        + node.getMetadata().getName() + ")")
                .orElse("none");
    }

    private static String taints(List<Node> nodes) {
        return nodes.stream()
                .flatMap(NodeCheck::taints)
                .map(taint -> taint.getKey() + ":" + taint.getEffect())
                .distinct()
                .toList()
                .toString();
    }
}
