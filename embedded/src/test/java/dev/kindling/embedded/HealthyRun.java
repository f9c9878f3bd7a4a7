package dev.kindling.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.diagnosis.Diagnosis;
import java.nio.file.Path;

/** Nothing is to be found in a run that goes well, whenever one looks. */
public final class HealthyRun {

    private static final Path EVIDENCE = Path.of("../dsl/src/test/resources/evidence");

    private HealthyRun() {}

    /** With {@code -Dkindling.evidence=write} what was seen is kept for the table of docs/diagnosis.md. */
    public static void seen(String bundle, Diagnosis diagnosis) {
        if ("write".equals(System.getProperty("kindling.evidence"))) {
            diagnosis.save(EVIDENCE.resolve("healthy-" + bundle + ".json"));
        }
        assertThat(diagnosis.findings()).as("%s", diagnosis).isEmpty();
    }
}
