package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.ThrownFacts;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A session that ended well or not has left something behind, as it may not remove it. */
final class RemainsRule implements Rule {

    private static final Pattern FORBIDDEN =
            Pattern.compile("User \"([^\"]+)\" cannot (\\w+) resource \"([^\"]+)\" in API group \"([^\"]*)\"");

    @Override
    public Stream<Cause> causes(Evidence evidence) {
        return evidence.thrown().stream()
                .flatMap(each -> each.remains().stream().map(step -> account(each, step)))
                .map(account -> new Cause(Finding.Forbidden::new, account));
    }

    private static Account account(ThrownFacts thrown, String step) {
        var line = thrown.text().lines().findFirst().orElse("");
        var forbidden = FORBIDDEN.matcher(line);
        var isForbidden = forbidden.find();
        var why = isForbidden
                ? RbacRules.lacking(forbidden.group(4), forbidden.group(3), forbidden.group(2))
                : "the API server did not take the request: the session's token may have expired";
        var who = isForbidden
                ? RbacRules.user(forbidden.group(1)) + " may not " + forbidden.group(2) + " " + forbidden.group(3)
                : "the request failed";
        return Account.certain("left-behind", "Something is left behind, as the session could not " + step + ": " + who)
                .run(thrown.run())
                .seen(new Clue("this JVM", thrown.where(), line, thrown.time()))
                .why(why)
                .write(
                        "have its Role hold what spec.rbac().toYaml() renders; what is there still goes with kubectl delete"
                                + " pods,configmaps,secrets -l spark-app-selector -n NAMESPACE",
                        "");
    }
}
