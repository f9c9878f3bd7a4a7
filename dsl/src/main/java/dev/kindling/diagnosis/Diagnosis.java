package dev.kindling.diagnosis;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a run is stuck or has failed, from what the cluster tells: findings, the likeliest cause first. A run without problems
 * has none. Immutable and thread-safe.
 *
 * <pre>{@code
 * static void explain(SubmittedApplication run) {
 *     Diagnosis diagnosis = run.diagnose();
 *     diagnosis.first().ifPresent(finding -> System.out.println(finding.what() + " -> " + finding.change().code()));
 * }
 * }</pre>
 *
 * @param subject what was looked at, such as {@code application etl/nightly}
 * @param taken when
 * @param findings the likeliest cause first
 * @param notKnown what could not be looked at, and why: nothing is concluded from it
 * @param bundle the evidence as JSON, secrets hidden, for {@code Spark.diagnose(Path)}
 */
public record Diagnosis(String subject, Instant taken, List<Finding> findings, List<String> notKnown, String bundle)
        implements Serializable {

    /** Copies the lists. */
    public Diagnosis {
        findings = List.copyOf(findings);
        notKnown = List.copyOf(notKnown);
    }

    /** Whether nothing was found. */
    public boolean isHealthy() {
        return findings.isEmpty();
    }

    /** The likeliest cause. */
    public Optional<Finding> first() {
        return findings.stream().findFirst();
    }

    /** The findings for programs; the schema is {@code dev/kindling/diagnosis/diagnosis.schema.json} in the jar. */
    public String toJson() {
        return DiagnosisJson.of(this);
    }

    /**
     * Writes the evidence, to be looked at elsewhere or later. Names, log lines and events of the run are in it; secrets are
     * hidden as far as keys and texts tell.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public void save(Path file) {
        try {
            Files.writeString(file, bundle + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For people. */
    @Override
    public String toString() {
        return DiagnosisText.of(this);
    }
}
