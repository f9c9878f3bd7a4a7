package dev.kindling.internal.session;

import dev.kindling.internal.kubernetes.ExecutorPod;
import dev.kindling.internal.kubernetes.ExecutorPod.State;
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
    private final Map<String, ExecutorPod> pods = new TreeMap<>(ExecutorLedger::byNumber);

    synchronized void registered(String id, String host) {
        registered.put(id, host);
    }

    synchronized void removed(String id, String reason) {
        registered.remove(id);
        if (pods.containsKey(id)) {
            lost.put(id, reason.lines().findFirst().orElse(""));
        }
    }

    synchronized void pod(ExecutorPod pod) {
        pods.put(pod.executorId(), pod);
    }

    synchronized void podGone(ExecutorPod pod) {
        String id = pod.executorId();
        pods.remove(id);
        lost.remove(id);
    }

    synchronized int registeredCount() {
        return registered.size();
    }

    /** Pods whose container has not started. */
    synchronized List<ExecutorPod> waiting() {
        return pods.values().stream().filter(pod -> !pod.hasStarted()).toList();
    }

    synchronized List<ExecutorStatus> list() {
        Map<String, ExecutorStatus> all = new TreeMap<>(ExecutorLedger::byNumber);
        pods.values().forEach(pod -> all.put(pod.executorId(), status(pod)));
        registered.forEach((id, host) -> all.computeIfAbsent(
                id, missing -> new ExecutorStatus(id, "", ExecutorStatus.State.REGISTERED, host, "")));
        return new ArrayList<>(all.values());
    }

    private ExecutorStatus status(ExecutorPod pod) {
        String id = pod.executorId();
        String node = pod.node().orElse("");
        if (pod.state() instanceof State.Ended ended) {
            String how = "exit code " + ended.exitCode() + " " + ended.reason() + " " + lost.getOrDefault(id, "");
            return new ExecutorStatus(id, pod.name(), ExecutorStatus.State.ENDED, node, how.strip());
        }
        if (registered.containsKey(id)) {
            return new ExecutorStatus(id, pod.name(), ExecutorStatus.State.REGISTERED, node, "");
        }
        if (lost.containsKey(id)) {
            return new ExecutorStatus(id, pod.name(), ExecutorStatus.State.ENDED, node, lost.get(id));
        }
        if (pod.state() instanceof State.Waiting waiting) {
            String what = pod.unschedulable().orElse(waiting.reason() + " " + waiting.message());
            return new ExecutorStatus(id, pod.name(), ExecutorStatus.State.PENDING, node, what.strip());
        }
        return new ExecutorStatus(id, pod.name(), ExecutorStatus.State.STARTING, node, "");
    }

    /** Executor ids are numbers in client mode; anything else sorts as text. */
    private static int byNumber(String a, String b) {
        int byLength = Integer.compare(a.length(), b.length());
        return byLength != 0 ? byLength : a.compareTo(b);
    }
}
