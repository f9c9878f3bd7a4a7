package dev.kindling.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Writes the evidence of real runs for {@code RecordedCasesTest}. The classes {@code Record...ClusterIT} make the runs; they
 * take minutes and are for whoever changes what is collected: {@code -Dkindling.evidence=write}.
 */
final class KeptEvidence {

    /** The system property that lets the recording classes run. */
    static final String PROPERTY = "kindling.evidence";

    private static final Path FOLDER = Path.of("src/test/resources/evidence");
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private KeptEvidence() {}

    /** Keeps a diagnosis, which has to name this cause first, or none. */
    static void keep(String bundle, String cause, Diagnosis diagnosis) {
        diagnosis.save(FOLDER.resolve(bundle + ".json"));
        assertThat(first(diagnosis)).as("%s", diagnosis).isEqualTo(cause);
    }

    /** Keeps the first diagnosis that names this cause first, or what there is at last. */
    static void keepWhenFound(String bundle, String cause, Callable<Diagnosis> looking) throws Exception {
        try {
            await().atMost(LIMIT).until(() -> first(looking.call()).equals(cause));
        } finally {
            keep(bundle, cause, looking.call());
        }
    }

    private static String first(Diagnosis diagnosis) {
        return diagnosis.first().map(Finding::cause).orElse("none");
    }
}
