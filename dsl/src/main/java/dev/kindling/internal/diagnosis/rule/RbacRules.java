package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Finding;
import java.util.List;

/** A right is missing, or who asks is not known. */
final class RbacRules {

    static final List<Rule> ALL = List.of(
            new TextRule(
                    // Drivers end with a 403 for deletecollection, and list claims, in runs that go well.
                    "User \"([^\"]+)\" cannot (?!deletecollection)(\\w+) resource \"(?!persistentvolumeclaims)([^\"]+)\""
                            + " in API group \"([^\"]*)\"(?: in the namespace \"([^\"]+)\")?",
                    Finding.Forbidden::new,
                    RbacRules::forbidden),
            new TextRule(
                    "(?:Received 401 on websocket|HTTP 401|Unauthorized! |code=401|Message: Unauthorized)",
                    Finding.Forbidden::new,
                    hit -> hit.certain("not-logged-in", "The API server does not know who asks (401)")
                            .why("the token or certificate is expired, or is of another cluster")
                            .write("log in again, or KubernetesCluster.context(\"..\") with another context", "")));

    private RbacRules() {}

    private static Account forbidden(TextRule.Hit hit) {
        var user = hit.group(1).replaceFirst("^system:serviceaccount:[^:]+:", "service account ");
        var resource = hit.group(3) + (hit.group(4).isEmpty() ? "" : "." + hit.group(4));
        var where = hit.group(5).isEmpty() ? "" : " in namespace " + hit.group(5);
        return hit.certain("rbac-forbidden", user + " may not " + hit.group(2) + " " + resource + where)
                .why("no Role that is bound to it has the rule: apiGroups [\"" + hit.group(4) + "\"], resources [\""
                        + hit.group(3) + "\"], verbs [\"" + hit.group(2) + "\"]")
                .write(
                        "have the rule added to its Role (docs/rbac.yaml), or .driver(DriverPlan.defaults()"
                                + ".serviceAccount(\"..\")) with an account that has it",
                        "spark.kubernetes.authenticate.driver.serviceAccountName");
    }
}
