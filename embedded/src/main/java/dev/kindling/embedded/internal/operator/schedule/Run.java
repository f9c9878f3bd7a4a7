package dev.kindling.embedded.internal.operator.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.embedded.internal.store.Meta;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** One application that a schedule has started, as far as it decides about the next. */
record Run(String name, Instant created, String state) {

    /** The latest first; of two in one second the one with the later name. */
    static final Comparator<Run> LATEST_FIRST =
            Comparator.comparing(Run::created).thenComparing(Run::name).reversed();

    static Run of(JsonNode application) {
        return new Run(
                Meta.name(application),
                Instant.parse(application.at("/metadata/creationTimestamp").asText()),
                application.at("/status/applicationState/state").asText());
    }

    boolean isFinished() {
        return state.equals("COMPLETED") || state.equals("FAILED");
    }

    static List<String> ended(List<Run> runs, String state) {
        return runs.stream()
                .filter(run -> run.state().equals(state))
                .sorted(LATEST_FIRST)
                .map(Run::name)
                .toList();
    }
}
