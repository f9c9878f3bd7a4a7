package dev.kindling.internal.preflight;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Finding;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a check has brought.
 *
 * @param findings what is or may be wrong
 * @param checked what was looked at; empty if nothing could be seen
 * @param notKnown what could not be seen, and why
 */
public record Answer(List<Problem> findings, List<String> checked, List<String> notKnown) {

    private static final Set<String> SHOW_TWICE = Set.of("rbac-forbidden", "quota-exceeded");

    /** Copies the lists. */
    public Answer {
        findings = List.copyOf(findings);
        checked = List.copyOf(checked);
        notKnown = List.copyOf(notKnown);
    }

    /** Nothing is wrong. */
    public static Answer fine(String checked) {
        return new Answer(List.of(), List.of(checked), List.of());
    }

    /** It was looked at, and this was found. */
    public static Answer found(String checked, List<Problem> findings) {
        return new Answer(findings, List.of(checked), List.of());
    }

    /** It could not be seen. */
    public static Answer notKnown(String what) {
        return new Answer(List.of(), List.of(), List.of(what));
    }

    /** Both. */
    public Answer and(Answer other) {
        return new Answer(
                joined(findings, other.findings), joined(checked, other.checked), joined(notKnown, other.notKnown));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /**
     * A finding in the making.
     *
     * @param kind makes the finding
     */
    public record Problem(Function<Account, Finding> kind, Account account) {

        /** Two of that name are one: a right, or a quota, shows in two ways; each missing secret is its own. */
        List<String> name() {
            var cause = account.cause();
            return List.of(cause, SHOW_TWICE.contains(cause) ? "" : account.what());
        }

        Problem and(Problem again) {
            return new Problem(kind, account.seen(again.account.evidence()));
        }

        Finding of(String run) {
            return kind.apply(account.run(run));
        }
    }
}
