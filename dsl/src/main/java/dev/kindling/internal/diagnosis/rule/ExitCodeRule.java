package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.ContainerFacts;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import dev.kindling.internal.text.ExitCodes;
import java.util.stream.Stream;

/** Nothing but an exit code is known. */
final class ExitCodeRule implements Rule {

    @Override
    public Stream<Cause> causes(Evidence evidence) {
        return evidence.failedPods().flatMap(pod -> pod.spark().stream()
                .map(container -> new Cause(Finding.ProgramFailed::new, account(pod, container, evidence))));
    }

    static Account account(PodFacts pod, ContainerFacts container, Evidence evidence) {
        return Account.probable(
                        "exit-code-" + container.exitCode(),
                        "The " + pod.role() + " ended with exit code " + container.exitCode())
                .run(pod.run())
                .seen(pod.observed(container))
                .seen(LogLines.telling(evidence, pod))
                .why(ExitCodes.meaning(container.exitCode()).orElse("an exit code of the program's own"))
                .write("look at its whole log: kindling logs " + pod.run() + " -n " + pod.namespace(), "");
    }
}
