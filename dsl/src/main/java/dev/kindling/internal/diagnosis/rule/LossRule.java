package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import java.util.stream.Stream;

/** The cluster took a pod away: its own status says why. */
final class LossRule implements Rule {

    @Override
    public Stream<Cause> causes(Evidence evidence) {
        return evidence.openPods().filter(PodFacts::isLost).map(LossRule::cause);
    }

    private static Cause cause(PodFacts pod) {
        var account = meaning(pod).run(pod.run()).seen(pod.observed("status.reason " + pod.reason(), pod.message()));
        return new Cause(
                account.cause().equals("evicted-disk") ? Finding.DiskFull::new : Finding.PodLost::new, account);
    }

    private static Account meaning(PodFacts pod) {
        var plan = Plan.of(pod);
        return switch (pod.reason()) {
            case "Evicted" ->
                pod.message().contains("storage") || pod.message().contains("emptyDir")
                        ? Account.certain(
                                        "evicted-disk",
                                        "The node evicted the " + plan.role() + ": it used too much disk")
                                .why("shuffle data and logs of a container count against its ephemeral storage")
                                .write(
                                        ".pods(PodPlan.none().volume(Volume.generatedClaim(\"50Gi\").at(\"/data\"))) for"
                                                + " Spark's local files, or a higher limit of ephemeral-storage",
                                        "spark.local.dir")
                        : Account.certain("evicted", "The node evicted the " + plan.role() + ": " + pod.message())
                                .why("the node ran short and chose a pod that uses more than it asked for")
                                .write(
                                        plan.code(".memoryOverhead(\"..\")") + " so that it asks for what it uses",
                                        "spark." + plan.role() + ".memoryOverhead")
                                .mayPass();
            case "Preempting", "Preempted", "PreemptionByScheduler" ->
                Account.certain("preempted", "A pod of higher priority took the place of the " + plan.role())
                        .why("the scheduler removes pods of lower priority where there is no room otherwise")
                        .write(
                                ".pods(PodPlan.none().priorityClass(\"..\"))",
                                "spec.batchSchedulerOptions.priorityClassName")
                        .mayPass();
            case "EvictionByEvictionAPI" ->
                Account.certain(
                                "drained",
                                "The " + plan.role() + " was evicted from node " + pod.node() + " on request")
                        .why("somebody drains the node, or an autoscaler removes it")
                        .write(
                                ".conf(\"spark.decommission.enabled\", \"true\"), so that executors hand over their blocks"
                                        + " first",
                                "spark.decommission.enabled")
                        .mayPass();
            case "NodeLost", "NodeShutdown", "Terminated", "Shutdown", "DeletionByTaintManager", "DeletionByPodGC" ->
                Account.certain("node-lost", "The node of the " + plan.role() + " went away: " + pod.node())
                        .why("it was shut down or no longer answers")
                        .write(again(pod), pod.isDriver() ? "spec.restartPolicy.type: OnFailure" : "")
                        .mayPass();
            default ->
                Account.probable(
                                "pod-refused-by-node", "The node did not keep the " + plan.role() + ": " + pod.reason())
                        .why("the node's own check failed after the scheduler had chosen it")
                        .write(again(pod), pod.isDriver() ? "spec.restartPolicy.type: OnFailure" : "")
                        .mayPass();
        };
    }

    /** Only a driver is begun again by what a spec says. */
    private static String again(PodFacts pod) {
        return pod.isDriver()
                ? ".restart(RestartPolicy.onFailure(3))"
                : "nothing: Spark makes another executor, and computes again what this one had";
    }
}
