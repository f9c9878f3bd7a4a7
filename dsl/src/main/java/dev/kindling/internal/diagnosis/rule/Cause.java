package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Finding;
import java.util.function.Function;

/**
 * A finding in the making.
 *
 * @param kind makes the finding
 * @param inPassing whether it shows only where it may have been dealt with: no reason not to look for another cause
 */
record Cause(Function<Account, Finding> kind, Account account, boolean inPassing) {

    Cause(Function<Account, Finding> kind, Account account) {
        this(kind, account, false);
    }

    Finding finding() {
        return kind.apply(account);
    }

    /** The same cause of the same run seen twice. */
    Cause and(Cause again) {
        var one = inPassing && !again.inPassing ? again : this;
        var other = one == this ? again : this;
        return new Cause(one.kind, one.account.seen(other.account.evidence()), one.inPassing);
    }
}
