package dev.kindling.internal.session;

import dev.kindling.internal.diagnosis.evidence.ContainerFacts;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import dev.kindling.run.ExecutorStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a session's executors from both sides: Spark's listener (registered, lost) and the pods' statuses.
 * Thread-safe.
 */
final class ExecutorLedger {

    private final Map<String, String> registered = new HashMap<>();
    private final Map<String, String> lost = new HashMap<>();
    private final Map<String, PodFacts> pods = new TreeMap<>(ExecutorLedger::byNumber);

    synchronized void registered(String id, String host) {
        registered.put(id, host);
    }

    synchronized void removed(String id, String reason) {
        registered.remove(id);
        if (pods.containsKey(id)) {
            lost.put(id, reason.lines().findFirst().orElse(""));
        }
    }

    synchronized void pod(PodFacts pod) {
        pods.put(pod.executor(), pod);
    }

    synchronized void podGone(PodFacts pod) {
        String id = pod.executor();
        pods.remove(id);
        lost.remove(id);
    }

    synchronized int registeredCount() {
        return registered.size();
    }

    /** The pods as they were last seen. */
    synchronized List<PodFacts> pods() {
        return List.copyOf(pods.values());
    }

    /** Name of Spark's container in a pod; empty while it is not known. */
    synchronized String container(String pod) {
        return pods.values().stream()
                .filter(each -> each.name().equals(pod))
                .flatMap(each -> each.spark().stream())
                .map(ContainerFacts::name)
                .findFirst()
                .orElse("");
    }

    synchronized List<ExecutorStatus> list() {
        Map<String, ExecutorStatus> all = new TreeMap<>(ExecutorLedger::byNumber);
        pods.values().forEach(pod -> all.put(pod.executor(), status(pod)));
        registered.forEach((id, host) -> all.computeIfAbsent(
                id, missing -> new ExecutorStatus(id, "", ExecutorStatus.State.REGISTERED, host, "")));
        return new ArrayList<>(all.values());
    }

    private ExecutorStatus status(PodFacts pod) {
        String id = pod.executor();
        if (pod.isLost() || pod.spark().filter(ContainerFacts::hasEnded).isPresent()) {
            String how = pod.condition() + " " + lost.getOrDefault(id, "");
            return new ExecutorStatus(id, pod.name(), ExecutorStatus.State.ENDED, pod.node(), how.strip());
        }
        if (registered.containsKey(id)) {
            return new ExecutorStatus(id, pod.name(), ExecutorStatus.State.REGISTERED, pod.node(), "");
        }
        if (lost.containsKey(id)) {
            return new ExecutorStatus(id, pod.name(), ExecutorStatus.State.ENDED, pod.node(), lost.get(id));
        }
        var state = pod.hasStarted() ? ExecutorStatus.State.STARTING : ExecutorStatus.State.PENDING;
        return new ExecutorStatus(id, pod.name(), state, pod.node(), pod.condition());
    }

    /** Executor ids are numbers in client mode; anything else sorts as text. */
    private static int byNumber(String a, String b) {
        int byLength = Integer.compare(a.length(), b.length());
        return byLength != 0 ? byLength : a.compareTo(b);
    }
}
