package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.ContainerFacts;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import java.util.stream.Stream;

/**
 * The kernel killed a container that used more memory than its limit, or one process of it: where that was Python's, the
 * exit code may be 0.
 */
final class ContainerMemoryRule implements Rule {

    @Override
    public Stream<Cause> causes(Evidence evidence) {
        return evidence.openPods().flatMap(pod -> pod.spark().stream()
                .filter(container -> container.reason().equals("OOMKilled"))
                .map(container -> new Cause(Finding.OutOfMemory::new, account(pod, container))));
    }

    private static Account account(PodFacts pod, ContainerFacts container) {
        var plan = Plan.of(pod);
        var limit = pod.limits().getOrDefault("memory", "its limit");
        return Account.certain(
                        plan.role() + "-oom-killed",
                        "The " + plan.role() + "'s container used more than its memory, " + limit + ", and was killed")
                .run(pod.run())
                .seen(pod.observed(container))
                .why(
                        "heap and everything else together were too much: Python's processes, direct buffers and threads live"
                                + " in the overhead, outside the Java heap, which has a limit of its own")
                .write(
                        plan.code(".memoryOverhead(\"..\")") + " with more",
                        "spark." + plan.role() + ".memoryOverhead (Kubeflow: spec." + plan.role() + ".memoryOverhead)");
    }
}
