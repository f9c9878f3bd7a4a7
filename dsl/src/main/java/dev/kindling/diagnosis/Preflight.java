package dev.kindling.diagnosis;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a look at the cluster, before anything is made, has found. A certain problem stops a start or a submission, a
 * probable one is a warning. Immutable and thread-safe.
 *
 * <pre>{@code
 * static void look(SessionSpec words) {
 *     Preflight preflight = words.preflight(KubernetesCluster.current());
 *     preflight.problems().forEach(finding -> System.out.println(finding.what() + " -> " + finding.change().code()));
 * }
 * }</pre>
 *
 * @param subject what is to run, such as {@code session etl/words}
 * @param taken when the look began
 * @param took how long it took; after two seconds what is unfinished is left
 * @param findings the certain ones first
 * @param checked what was looked at
 * @param notChecked what was unfinished when the time was over
 * @param notKnown what may not be seen, and why: nothing is concluded from it
 */
public record Preflight(
        String subject,
        Instant taken,
        Duration took,
        List<Finding> findings,
        List<String> checked,
        List<String> notChecked,
        List<String> notKnown)
        implements Serializable {

    /** Copies the lists. */
    public Preflight {
        findings = List.copyOf(findings);
        checked = List.copyOf(checked);
        notChecked = List.copyOf(notChecked);
        notKnown = List.copyOf(notKnown);
    }

    /** What is certain to go wrong. */
    public List<Finding> problems() {
        return findings.stream().filter(Finding::isCertain).toList();
    }

    /** What may go wrong. */
    public List<Finding> warnings() {
        return findings.stream().filter(finding -> !finding.isCertain()).toList();
    }

    /** Whether nothing is certain to go wrong. */
    public boolean isClear() {
        return problems().isEmpty();
    }

    /** For programs; the schema is {@code dev/kindling/diagnosis/preflight.schema.json} in the jar. */
    public String toJson() {
        return DiagnosisJson.of(this);
    }

    /** For people. */
    @Override
    public String toString() {
        return DiagnosisText.of(this);
    }
}
