package dev.kindling.internal.diagnosis.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A pod of which only its containers matter. */
public final class SomePod {

    private SomePod() {}

    /**
     * In namespace {@code etl} on node {@code n1}; its uid is its name.
     *
     * @param executor the executor's id; empty for a driver
     */
    public static PodFacts of(
            String name,
            String run,
            String role,
            String executor,
            Instant created,
            String phase,
            ContainerFacts... containers) {
        return new PodFacts(
                name,
                "etl",
                name,
                run,
                role,
                executor,
                created,
                phase,
                "",
                "",
                "n1",
                "",
                false,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(containers));
    }
}
