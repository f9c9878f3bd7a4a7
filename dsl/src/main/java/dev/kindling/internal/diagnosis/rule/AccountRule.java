package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.AccountFacts;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import java.util.stream.Stream;

/**
 * The account that pods run as was deleted after they were made: their tokens are worth nothing, and new pods get none. What
 * else is wrong with them may be another matter. {@link AdmissionRules} has the account that was never there.
 */
final class AccountRule implements Rule {

    @Override
    public Stream<Cause> causes(Evidence evidence) {
        return evidence.accounts().stream()
                .filter(account -> !account.isThere())
                .map(account -> new Cause(Finding.MissingObject::new, missing(account, evidence)));
    }

    private static Account missing(AccountFacts gone, Evidence evidence) {
        var namespace = evidence.subject().namespace();
        return Account.probable(
                        "service-account-missing",
                        "There is no service account " + gone.name() + " in namespace " + namespace + " any more")
                .run(gone.run())
                .seen(new Clue(
                        "ServiceAccount " + namespace + "/" + gone.name(),
                        "list",
                        "not there; the " + gone.role() + " runs as it",
                        evidence.taken()))
                .why("the API server takes no token of an account that is gone, and pods that start wait for theirs")
                .write(
                        "kubectl create serviceaccount " + gone.name() + " -n " + namespace
                                + ", with its Role bound to it," + " and the run again",
                        "");
    }
}
