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
            // A refused watch has no words of the server.
            new TextRule(
                    "Received 403 on websocket\\. Failure executing: GET at: \\S+/namespaces/([^/]+)/(\\w+)\\?",
                    Finding.Forbidden::new,
                    hit -> rule(
                            hit,
                            hit.certain(
                                    "rbac-forbidden",
                                    "This user may not watch " + hit.group(2) + " in namespace " + hit.group(1)),
                            "",
                            hit.group(2),
                            "watch")),
            new TextRule(
                    // Other servers say 401, too.
                    "Received 401 on websocket|(?<=\\n  seen: )HTTP 401|KubernetesClientException:[^\\n]*(?:Unauthorized|code=401)",
                    Finding.Forbidden::new,
                    hit -> hit.certain("not-logged-in", "The API server does not know who asks (401)")
                            .why("the token or certificate is expired, or is of another cluster")
                            .write("log in again, or KubernetesCluster.context(\"..\") with another context", "")));

    private RbacRules() {}

    /** The rule to add, in the words of a Role. */
    static String lacking(String group, String resource, String verb) {
        return "no Role that is bound to it has the rule: apiGroups [\"" + group + "\"], resources [\"" + resource
                + "\"], verbs [\"" + verb + "\"]";
    }

    /** As people call it. */
    static String user(String name) {
        return name.replaceFirst("^system:serviceaccount:[^:]+:", "service account ");
    }

    private static Account forbidden(TextRule.Hit hit) {
        var user = user(hit.group(1));
        var resource = hit.group(3) + (hit.group(4).isEmpty() ? "" : "." + hit.group(4));
        var where = hit.group(5).isEmpty() ? "" : " in namespace " + hit.group(5);
        var what = user + " may not " + hit.group(2) + " " + resource + where;
        return rule(hit, hit.certain("rbac-forbidden", what), hit.group(4), hit.group(3), hit.group(2));
    }

    /** Who is refused in this JVM asks with its kubeconfig; who is in a driver's pod, with the pod's account. */
    private static Account rule(TextRule.Hit hit, Account begun, String group, String resource, String verb) {
        var add = "have the rule added to its Role: spec.rbac() renders all that it needs";
        var account = begun.why(lacking(group, resource, verb));
        return hit.isOfThisJvm()
                ? account.write(add, "")
                : account.write(
                        add + ", or cluster.serviceAccount(\"..\") with an account that has it",
                        "spark.kubernetes.authenticate.driver.serviceAccountName");
    }
}
