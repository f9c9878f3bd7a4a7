package dev.kindling.embedded.internal.operator.apache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The {@code status} of an application; immutable.
 *
 * @param history states of the current attempt by number; numbers go on through all attempts
 * @param previous the attempt before, as JSON; null for the first
 */
record AppStatus(NavigableMap<Long, AppState> history, @Nullable JsonNode previous, Attempt attempt) {

    private static final String SUBMITTED = "Spark application has been created on Kubernetes Cluster.";
    private static final String HISTORY = "stateTransitionHistory";

    AppStatus {
        history = Collections.unmodifiableNavigableMap(history);
    }

    static AppStatus submitted(Instant now) {
        var history = new TreeMap<Long, AppState>();
        history.put(0L, AppState.of(Summary.Submitted, now, SUBMITTED));
        return new AppStatus(history, null, Attempt.FIRST);
    }

    /** Empty for an application that no operator has seen yet. */
    static Optional<AppStatus> read(JsonNode json) {
        if (!json.at("/currentState").hasNonNull("currentStateSummary")) {
            return Optional.empty();
        }
        return Optional.of(new AppStatus(
                readHistory(json.path(HISTORY)),
                json.get("previousAttemptSummary"),
                Attempt.read(json.at("/currentAttemptSummary/attemptInfo"))));
    }

    AppState current() {
        return history.lastEntry().getValue();
    }

    Summary summary() {
        return current().summary();
    }

    AppStatus then(AppState state) {
        var longer = new TreeMap<>(history);
        longer.put(history.lastKey() + 1, state);
        return new AppStatus(longer, previous, attempt);
    }

    /** Another attempt: this one's history is kept aside, the one before it is forgotten. */
    AppStatus restart(AppState state, Attempt next) {
        var fresh = new TreeMap<Long, AppState>();
        fresh.put(history.lastKey() + 1, state);
        var ended = JsonNodeFactory.instance.objectNode();
        ended.set("attemptInfo", attempt.json());
        ended.set(HISTORY, json(history));
        return new AppStatus(fresh, ended, next);
    }

    /** What the application ended as, before its resources were dealt with. */
    AppState beforeTermination() {
        var before = history.lowerEntry(history.lastKey());
        return current().summary().isTerminated() && before != null ? before.getValue() : current();
    }

    Optional<Summary> endOfPreviousAttempt() {
        return Optional.ofNullable(previous)
                .map(summary -> readHistory(summary.path(HISTORY)))
                .filter(states -> !states.isEmpty())
                .map(states -> states.lastEntry().getValue().summary());
    }

    Duration attemptDuration() {
        var first = history.descendingMap().values().stream()
                .filter(state -> state.summary().isInitializing())
                .findFirst()
                .orElse(history.firstEntry().getValue());
        return Duration.between(first.since(), current().since());
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.withObject("/currentAttemptSummary").set("attemptInfo", attempt.json());
        json.set("currentState", current().json());
        if (previous != null) {
            json.set("previousAttemptSummary", previous);
        }
        json.set(HISTORY, json(history));
        return json;
    }

    /** Sorted as text, as an API server does with any map: "10" stands before "6". */
    private static ObjectNode json(Map<Long, AppState> history) {
        SortedMap<String, AppState> byText = new TreeMap<>();
        history.forEach((number, state) -> byText.put(Long.toString(number), state));
        var json = JsonNodeFactory.instance.objectNode();
        byText.forEach((number, state) -> json.set(number, state.json()));
        return json;
    }

    private static NavigableMap<Long, AppState> readHistory(JsonNode json) {
        var history = new TreeMap<Long, AppState>();
        json.properties()
                .forEach(entry -> history.put(Long.parseLong(entry.getKey()), AppState.read(entry.getValue())));
        return history;
    }
}
