package dev.kindling.shell.applications;

import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.Finding;
import dev.kindling.run.SubmittedApplication;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What keeps an application from going on, in a few lines each; each once. */
final class Problems {
    private final SubmittedApplication run;
    private final Consumer<String> out;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    Problems(SubmittedApplication run, Consumer<String> out) {
        this.run = run;
        this.out = out;
    }

    /** From now on until the result is cancelled; of who may not watch pods nothing is told. */
    CompletableFuture<Void> follow() {
        try {
            return run.followFindings(this::tell);
        } catch (ClusterAccessException e) {
            return CompletableFuture.completedFuture(null);
        }
    }

    /** The likeliest cause, where it was not told yet; without an answer of the cluster the outcome still speaks. */
    void look() {
        try {
            run.diagnose().first().ifPresent(this::tell);
        } catch (ClusterAccessException e) {
            out.accept(run.name() + ": why is not known: " + e.answer());
        }
    }

    private void tell(Finding finding) {
        if (told.add(finding.cause())) {
            out.accept(String.join(
                    "\n  ",
                    run.name() + ": " + (finding.isCertain() ? "problem: " : "probably: ") + finding.what()
                            + (finding.waitingHelps() ? " (waiting may help)" : ""),
                    "why: " + finding.why(),
                    "do:  " + finding.change().code()));
        }
    }
}
