package dev.kindling.internal.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.Bundle;
import dev.kindling.internal.diagnosis.evidence.EventFacts;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** "Full now" against "will never fit", from recorded evidence. */
class FitTest {

    @Test
    void morePodsThanAllNodesTogetherTakeNeverFit() throws IOException {
        var found = first(recorded("session-cluster-too-small"));

        assertThat(found.why()).contains("will never fit together", "ask for 2.7", "all nodes have 2");
        assertThat(found.waitingHelps()).isFalse();
    }

    @Test
    void aNodeThatIsFullNowMayHaveRoomLater() throws IOException {
        var found = first(recorded("session-full-now"));

        assertThat(found.why()).doesNotContain("never");
        assertThat(found.waitingHelps()).isTrue();
    }

    @Test
    void anAutoscalerThatMakesANodeIsWaitedFor() throws IOException {
        var evidence = recorded("session-cluster-too-small");
        var waiting = evidence.waitingPods().findFirst().orElseThrow();
        var coming = new EventFacts(
                waiting.namespace(),
                "Pod/" + waiting.name(),
                waiting.uid(),
                "TriggeredScaleUp",
                "pod triggered scale-up",
                false,
                Instant.now(),
                1);

        var found = first(evidence.with(
                List.of(coming),
                evidence.logs(),
                evidence.nodes(),
                evidence.quotas(),
                evidence.claims(),
                evidence.unread()));

        assertThat(found.why()).contains("a new one is being added");
        assertThat(found.waitingHelps()).isTrue();
    }

    private static Finding first(Evidence evidence) {
        return Doctor.examine(evidence).first().orElseThrow();
    }

    private static Evidence recorded(String bundle) throws IOException {
        return Bundle.read(bundle, Files.readString(Path.of("src/test/resources/evidence", bundle + ".json")));
    }
}
