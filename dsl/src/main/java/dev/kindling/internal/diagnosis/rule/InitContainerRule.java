package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.ContainerFacts;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import dev.kindling.internal.text.ExitCodes;
import java.util.stream.Stream;

/** What a pod template runs before Spark has failed, so that Spark's container never began. */
final class InitContainerRule implements Rule {

    @Override
    public Stream<Cause> causes(Evidence evidence) {
        return evidence.openPods()
                .filter(pod -> !pod.hasStarted() && !pod.deleting())
                .flatMap(InitContainerRule::causes);
    }

    private static Stream<Cause> causes(PodFacts pod) {
        return pod.containers().stream()
                .filter(container -> container.init() && container.hasFailed())
                .limit(1)
                .map(container -> new Cause(Finding.ProgramFailed::new, account(pod, container)));
    }

    private static Account account(PodFacts pod, ContainerFacts container) {
        return Account.certain(
                        "init-container-failed",
                        "Init container " + container.name() + " of the " + pod.role() + " ended with "
                                + ExitCodes.inWords(container.exitCode()))
                .run(pod.run())
                .seen(pod.observed(container))
                .why("Spark's container is not begun before all init containers have ended well")
                .write(
                        "kubectl logs " + pod.name() + " -n " + pod.namespace() + " -c " + container.name()
                                + " says why; it comes from .pods(PodPlan.none().template(..))",
                        "spec.template.spec.initContainers of the pod template");
    }
}
