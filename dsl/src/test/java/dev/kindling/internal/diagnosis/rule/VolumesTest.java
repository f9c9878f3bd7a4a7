package dev.kindling.internal.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.Bundle;
import dev.kindling.internal.diagnosis.evidence.ClaimFacts;
import dev.kindling.internal.diagnosis.evidence.EventFacts;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Volumes and claims that were not there at first, as in every healthy run: recorded evidence, moved on a little. */
class VolumesTest {

    @Test
    void aLargeImageIsPulledAfterAllVolumesAreMounted() throws IOException {
        var evidence = recorded("kubeflow-config-map-missing");
        var pod = evidence.waitingPods().findFirst().orElseThrow();
        var last = evidence.events().stream().map(EventFacts::time).max(Instant::compareTo);
        var pulling = new EventFacts(
                pod.namespace(),
                "Pod/" + pod.name(),
                pod.uid(),
                "Pulling",
                "Pulling image",
                false,
                last.orElseThrow(),
                1);

        assertThat(causes(evidence)).containsExactly("config-map-missing");
        assertThat(causes(with(
                        evidence,
                        Stream.concat(evidence.events().stream(), Stream.of(pulling))
                                .toList(),
                        evidence.claims())))
                .isEmpty();
    }

    @Test
    void theSchedulerSpeaksOfTheMomentBeforeSparkMadeTheClaim() throws IOException {
        var evidence = recorded("kubeflow-claim-missing");

        assertThat(causes(evidence)).containsExactly("claim-missing");
        assertThat(causes(with(evidence, evidence.events(), List.of(new ClaimFacts("absent", "Pending", "fast")))))
                .isEmpty();
    }

    @Test
    void aVolumeThatIsThereByNowIsWaitedFor() throws IOException {
        var evidence = recorded("session-claim-unbound");

        assertThat(causes(evidence)).containsExactly("claim-unbound");
        assertThat(causes(with(evidence, evidence.events(), List.of(new ClaimFacts("nowhere", "Bound", "fast")))))
                .isEmpty();
    }

    private static List<String> causes(Evidence evidence) {
        return Doctor.examine(evidence).findings().stream().map(Finding::cause).toList();
    }

    private static Evidence with(Evidence evidence, List<EventFacts> events, List<ClaimFacts> claims) {
        return evidence.with(events, evidence.logs(), evidence.nodes(), evidence.quotas(), claims, evidence.unread());
    }

    private static Evidence recorded(String bundle) throws IOException {
        return Bundle.read(bundle, Files.readString(Path.of("src/test/resources/evidence", bundle + ".json")));
    }
}
