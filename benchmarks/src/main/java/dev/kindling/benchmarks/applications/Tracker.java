package dev.kindling.benchmarks.applications;

import dev.kindling.Spark;
import dev.kindling.benchmarks.harness.Conversation;
import dev.kindling.run.ApplicationFilter;
import dev.kindling.run.LogKeeping;
import dev.kindling.run.StateChange;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** In a JVM of its own: a handle of every application there is, each with a follower of its states. */
final class Tracker {

    /** Asks for the heap after GC (MB), the number of threads and that of handles. */
    static final String COST = "cost";

    private static final double MB = 1 << 20;

    private final Delays delays = new Delays();

    private Tracker() {}

    /** Argument: a kubeconfig. Requests: those of {@link Delays}, and {@link #COST}. */
    public static void main(String[] args) throws Exception {
        new Tracker().track(KubernetesCluster.kubeconfig(Path.of(args[0])).operator(Operator.kubeflow()));
        System.exit(0);
    }

    private void track(KubernetesCluster cluster) throws Exception {
        var applications = Spark.applications(cluster);
        List<SubmittedApplication> handles = applications.list(ApplicationFilter.all()).stream()
                .map(listed ->
                        applications.find(listed.name(), LogKeeping.off()).orElseThrow())
                .toList();
        handles.forEach(handle -> handle.followStates(this::seen));
        Conversation.hold(request -> request.equals(COST) ? cost(handles.size()) : delays.answer(request));
        Reference.reachabilityFence(handles);
    }

    /** What they were in at first says nothing of a delay. */
    private void seen(StateChange change) {
        if (change.state().message().length() > 1) {
            delays.seen(change.state().message());
        }
    }

    private static String cost(int handles) {
        System.gc();
        System.gc(); // What the first left to reference queues.
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        return String.format(Locale.ROOT, "%.1f %d %d", heap / MB, threads, handles);
    }
}
