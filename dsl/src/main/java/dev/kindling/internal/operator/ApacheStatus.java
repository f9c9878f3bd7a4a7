package dev.kindling.internal.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.run.ApplicationState;
import dev.kindling.run.StateChange;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads {@code status} as Apache's operator writes it. Its final states do not say how the run went: that is in the
 * stopping state before them. The history's keys are numbers that are sorted as text, and at a restart the earlier
 * attempt's part moves into {@code previousAttemptSummary}.
 */
final class ApacheStatus {

    private static final Set<String> FINAL = Set.of("ResourceReleased", "TerminatedWithoutReleaseResources");
    private static final Set<String> STOPPING = Set.of(
            "Succeeded",
            "Failed",
            "SchedulingFailure",
            "DriverEvicted",
            "DriverStartTimedOut",
            "ExecutorsStartTimedOut",
            "DriverReadyTimedOut");

    private ApacheStatus() {}

    static RunStatus read(JsonNode application) {
        var status = application.path("status");
        var entries = history(status);
        if (entries.isEmpty()) {
            return RunStatus.NOTHING;
        }
        var current = entries.get(entries.size() - 1);
        var ending = Optional.of(current)
                .filter(Entry::isFinal)
                .flatMap(last -> lastOf(entries, entry -> !entry.isFinal()))
                .filter(Entry::isStopping);
        var transitions = entries.stream()
                .map(entry -> entry.transition(entry == current ? ending : Optional.empty()))
                .toList();
        return new RunStatus(
                transitions,
                current.attempt,
                application.path("metadata").path("name").asText() + "-" + (current.attempt - 1),
                verdict(current, ending),
                lastOf(entries, Entry::isStopping).map(Entry::exitCode).orElse(OptionalInt.empty()));
    }

    private static Verdict verdict(Entry current, Optional<Entry> ending) {
        if (!current.isFinal()) {
            return Verdict.OPEN;
        }
        return ending.map(entry -> entry.name().equals("Succeeded") ? Verdict.SUCCEEDED : Verdict.FAILED)
                .orElse(Verdict.SHUT_DOWN);
    }

    /** Both parts of the history, and the current state where it is not in there. */
    private static List<Entry> history(JsonNode status) {
        var attempt = attempt(status.path("currentAttemptSummary"));
        var previous = status.path("previousAttemptSummary");
        var entries = Stream.concat(
                        entries(previous.path("stateTransitionHistory"), attempt(previous)),
                        entries(status.path("stateTransitionHistory"), attempt))
                .sorted(Comparator.comparingLong(Entry::ordinal))
                .toList();
        var current = new Entry(entries.isEmpty() ? 0 : Long.MAX_VALUE, attempt, status.path("currentState"));
        var known = !entries.isEmpty() && entries.get(entries.size() - 1).name().equals(current.name());
        return known || current.name().isEmpty()
                ? entries
                : Stream.concat(entries.stream(), Stream.of(current)).toList();
    }

    private static Stream<Entry> entries(JsonNode history, int attempt) {
        return history.properties().stream()
                .filter(entry -> entry.getKey().matches("\\d{1,18}"))
                .map(entry -> new Entry(Long.parseLong(entry.getKey()), attempt, entry.getValue()));
    }

    private static int attempt(JsonNode summary) {
        return summary.path("attemptInfo").path("id").asInt() + 1;
    }

    private static Optional<Entry> lastOf(List<Entry> entries, Predicate<Entry> wanted) {
        return entries.stream().filter(wanted).reduce((earlier, later) -> later);
    }

    private record Entry(long ordinal, int attempt, JsonNode state) {
        String name() {
            return state.path("currentStateSummary").asText();
        }

        boolean isFinal() {
            return FINAL.contains(name());
        }

        boolean isStopping() {
            return STOPPING.contains(name());
        }

        /** The ending is what a final state means. */
        Transition transition(Optional<Entry> ending) {
            var message = ending.filter(entry -> !entry.name().equals("Succeeded"))
                    .map(entry -> entry.name() + ": " + entry.message())
                    .or(() -> ending.map(success -> ""))
                    .orElseGet(this::message);
            return new Transition(
                    ordinal, new StateChange(time(), attempt, new ApplicationState(name(), message, isFinal())));
        }

        private String message() {
            return state.path("message").asText();
        }

        /** The exit code is there even when the pod is gone. */
        OptionalInt exitCode() {
            var statuses = state.path("lastObservedDriverStatus").path("containerStatuses");
            return StreamSupport.stream(statuses.spliterator(), false)
                    .map(status -> status.path("state").path("terminated").path("exitCode"))
                    .filter(JsonNode::isInt)
                    .mapToInt(JsonNode::asInt)
                    .max();
        }

        private Instant time() {
            try {
                return Instant.parse(state.path("lastTransitionTime").asText());
            } catch (DateTimeException e) {
                return Instant.EPOCH;
            }
        }
    }
}
