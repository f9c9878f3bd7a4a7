package dev.kindling.internal.diagnosis.evidence;

import dev.kindling.diagnosis.Clue;
import dev.kindling.internal.text.ExitCodes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a pod's status and description say.
 *
 * @param run the application's or session's name
 * @param role driver or executor
 * @param executor the executor's id; empty for a driver
 * @param reason of the pod itself, such as {@code Evicted}, or of what disrupts it, such as {@code PreemptionByScheduler}
 * @param node empty until scheduled
 * @param unschedulable the scheduler's message while it finds no node
 * @param deleting whether its deletion was asked for
 * @param requests of Spark's container: cpu, memory, ...
 * @param limits of Spark's container
 * @param claims names of its persistent volume claims
 */
public record PodFacts(
        String name,
        String namespace,
        String uid,
        String run,
        String role,
        String executor,
        Instant created,
        String phase,
        String reason,
        String message,
        String node,
        String unschedulable,
        boolean deleting,
        Map<String, String> requests,
        Map<String, String> limits,
        Map<String, String> nodeSelector,
        List<String> claims,
        List<ContainerFacts> containers) {

    /** Why the cluster takes a running pod away; the reasons of the condition DisruptionTarget. */
    private static final Set<String> DISRUPTIONS =
            Set.of("PreemptionByScheduler", "DeletionByTaintManager", "EvictionByEvictionAPI", "DeletionByPodGC");

    /** Copies the collections. */
    public PodFacts {
        requests = Map.copyOf(requests);
        limits = Map.copyOf(limits);
        nodeSelector = Map.copyOf(nodeSelector);
        claims = List.copyOf(claims);
        containers = List.copyOf(containers);
    }

    public boolean isDriver() {
        return role.equals("driver");
    }

    /** Spark's own container; empty before the kubelet has reported any. */
    public Optional<ContainerFacts> spark() {
        return containers.stream()
                .filter(each -> !each.init() && each.name().startsWith("spark-kubernetes-"))
                .findFirst()
                .or(() -> containers.stream().filter(each -> !each.init()).findFirst());
    }

    /** Whether Spark's container runs or has run: what stood in its way before is over. */
    public boolean hasStarted() {
        return spark().filter(container -> !container.isWaiting()).isPresent();
    }

    /** Whether it is neither started nor given up: something may keep it from starting. */
    public boolean isWaiting() {
        return !hasStarted() && !deleting && phase.equals("Pending");
    }

    /** Whether Spark's container has ended with an error of its own: who deletes a pod ends it, too. */
    public boolean hasFailed() {
        return !deleting && spark().filter(ContainerFacts::hasFailed).isPresent();
    }

    /** Whether it has ended well; the kernel may have killed a process of one that ends with 0. */
    public boolean hasSucceeded() {
        return spark().filter(each -> each.hasEnded()
                        && each.exitCode() == 0
                        && !each.reason().equals("OOMKilled"))
                .isPresent();
    }

    /** Whether the cluster took it away: evicted, preempted, refused by its node. */
    public boolean isLost() {
        return isDisrupted() || !deleting && phase.equals("Failed") && !reason.isEmpty();
    }

    /** Whether the cluster wants its place for something else, or has lost its node: no fault of the pod's. */
    public boolean isDisrupted() {
        return DISRUPTIONS.contains(reason);
    }

    /** Whether it needs its place on a node no more. */
    public boolean hasEnded() {
        return phase.equals("Succeeded") || phase.equals("Failed");
    }

    /** Whether its program runs. */
    public boolean isRunning() {
        return spark().filter(each -> each.state().equals("running")).isPresent();
    }

    /** How it ended, or what it waits for, in a few words; empty while it runs. */
    public String condition() {
        if (isLost()) {
            return (reason + " " + message).strip();
        }
        if (!hasStarted()) {
            return unschedulable.isEmpty()
                    ? spark().map(each -> (each.reason() + " " + each.message()).strip())
                            .orElse("Pending")
                    : unschedulable;
        }
        return spark().filter(ContainerFacts::hasEnded)
                .map(each -> (ExitCodes.inWords(each.exitCode()) + " " + each.reason()).strip())
                .orElse("");
    }

    /** As it is called in observations. */
    public String object() {
        return "Pod " + namespace + "/" + name;
    }

    /** What a part of it says. */
    public Clue observed(String field, String said) {
        return new Clue(object(), field, said, created);
    }

    /** What the state of one of its containers says. */
    public Clue observed(ContainerFacts container) {
        var said = (container.hasEnded() ? "exit code " + container.exitCode() + " " : "")
                + container.reason()
                + (container.message().isEmpty() ? "" : ": " + container.message());
        var field = (container.init() ? "initContainerStatuses" : "containerStatuses") + "[" + container.name() + "]."
                + container.state();
        return new Clue(object(), field, said.strip(), container.since() == null ? created : container.since());
    }
}
