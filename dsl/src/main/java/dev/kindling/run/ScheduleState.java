package dev.kindling.run;

import java.time.Instant;
import java.util.Optional;

/**
 * What the operator last said about a schedule. Immutable and thread-safe.
 *
 * <pre>{@code
 * static boolean isLate(SubmittedSchedule nightly) {
 *     ScheduleState state = nightly.state();
 *     return !state.suspended() && state.nextRun().filter(Instant.now()::isAfter).isPresent();
 * }
 * }</pre>
 *
 * @param name the operator's own word: {@code Scheduled} or {@code FailedValidation}; {@code NEW} while it has said
 *     nothing, which is also so for one that was made suspended
 * @param reason what it says about a failure; empty if there is none
 * @param suspended whether it was told to make no runs; the operator's word does not say so
 * @param lastRun when it last made a run, in whole seconds; empty if it never did
 * @param nextRun when it wants to make the next one, in whole seconds; stays as it was while it is suspended
 */
public record ScheduleState(
        String name, String reason, boolean suspended, Optional<Instant> lastRun, Optional<Instant> nextRun) {}
