package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Finding;
import java.util.function.Function;

/**
 * A finding in the making.
 *
 * @param kind makes the finding
 */
record Cause(Function<Account, Finding> kind, Account account) {
    Finding finding() {
        return kind.apply(account);
    }

    /** The same cause of the same run seen twice. */
    Cause and(Cause again) {
        return new Cause(kind, account.seen(again.account.evidence()));
    }
}
