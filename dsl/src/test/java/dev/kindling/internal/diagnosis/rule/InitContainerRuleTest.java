package dev.kindling.internal.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.ContainerFacts;
import dev.kindling.internal.diagnosis.evidence.DriverPoint;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.SomePod;
import dev.kindling.internal.diagnosis.evidence.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A pod whose init container fails has failed, though Spark's container has not. */
class InitContainerRuleTest {

    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

    @Test
    void itsFailureIsWhyThePodNeverBegan() {
        assertThat(found(ended("fetch", true, 3), waiting())).singleElement().satisfies(found -> {
            assertThat(found.cause()).isEqualTo("init-container-failed");
            assertThat(found.what()).isEqualTo("Init container fetch of the driver ended with exit code 3");
            assertThat(found.isCertain()).isTrue();
        });
    }

    @Test
    void oneThatEndedWellIsNoFinding() {
        assertThat(found(ended("fetch", true, 0), waiting())).isEmpty();
    }

    /** A sidecar of the newer kind is an init container, too, and is ended after Spark's. */
    @Test
    void aSidecarThatIsKilledInTheEndIsNone() {
        assertThat(found(ended("proxy", true, 137), ended("spark-kubernetes-driver", false, 0)))
                .isEmpty();
    }

    private static List<Finding> found(ContainerFacts... containers) {
        var pod = SomePod.of("nightly-driver", "nightly", "driver", "", NOW, "Failed", containers);
        return Doctor.examine(Evidence.of(
                        new Subject("namespace", "etl", ""), Map.of(), List.of(pod), List.of(), DriverPoint.UNKNOWN))
                .findings();
    }

    private static ContainerFacts ended(String name, boolean init, int exitCode) {
        return new ContainerFacts(name, init, "x:1", "ended", "", "", exitCode, NOW);
    }

    private static ContainerFacts waiting() {
        return new ContainerFacts("spark-kubernetes-driver", false, "x:1", "waiting", "PodInitializing", "", 0, null);
    }
}
