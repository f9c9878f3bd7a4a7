package dev.kindling.internal.preflight;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.preflight.RightsCheck.Lack;
import dev.kindling.internal.rights.Need;
import dev.kindling.internal.rights.Need.Weight;
import dev.kindling.internal.rights.Right;
import io.fabric8.kubernetes.api.model.authorization.v1.LocalSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.stream.Collectors;

/** Whether an application's driver may do what it will: only administrators may ask for another account's rights. */
public final class AccountCheck {

    private final KubernetesClient client;
    private final String namespace;
    private final String account;

    private AccountCheck(KubernetesClient client, String namespace, String account) {
        this.client = client;
        this.namespace = namespace;
        this.account = account;
    }

    /** That the account is there, and that it has these rights. */
    public static List<Check> of(KubernetesClient client, String namespace, String account, List<Need> needs) {
        var check = new AccountCheck(client, namespace, account);
        return List.of(
                new Check("service account " + account, check::isThere),
                new Check("rights of service account " + account, () -> check.rights(needs)));
    }

    private Answer isThere() {
        var name = "service account " + account;
        if (client.serviceAccounts().inNamespace(namespace).withName(account).get() != null) {
            return Answer.fine(name);
        }
        var missing = Account.certain(
                        "service-account-missing",
                        "There is no service account " + account + " in namespace " + namespace)
                .seen(new Clue("ServiceAccount " + namespace + "/" + account, "GET", "not found", null))
                .why("pods run as a service account, which has to be there first")
                .write(
                        "kubectl create serviceaccount " + account + " -n " + namespace
                                + ", or .serviceAccount(\"..\") with one that is there",
                        "spark.kubernetes.authenticate.driver.serviceAccountName");
        return Answer.found(name, List.of(new Answer.Problem(Finding.MissingObject::new, missing)));
    }

    private Answer rights(List<Need> needs) {
        var missing = needs.stream()
                .filter(need -> need.weight() == Weight.VITAL)
                .map(need -> new Lack(
                        need, need.rights().filter(right -> !isAllowed(right)).toList()))
                .filter(lack -> !lack.rights().isEmpty())
                .toList();
        var name = "rights of service account " + account;
        return missing.isEmpty() ? Answer.fine(name) : Answer.found(name, List.of(problem(missing)));
    }

    private Answer.Problem problem(List<Lack> missing) {
        var rights = missing.stream()
                .flatMap(lack -> lack.rights().stream())
                .map(Right::toString)
                .collect(Collectors.joining(", "));
        var what = "The driver's service account " + account + " may not " + rights + " in namespace " + namespace;
        return Lack.problem(
                Account.certain("driver-forbidden", what), missing, namespace, RightsCheck.document(namespace));
    }

    private boolean isAllowed(Right right) {
        var question = new LocalSubjectAccessReviewBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .withUser("system:serviceaccount:" + namespace + ":" + account)
                .withGroups("system:serviceaccounts", "system:serviceaccounts:" + namespace, "system:authenticated")
                .withResourceAttributes(RightsCheck.attributes(namespace, right))
                .endSpec()
                .build();
        return Boolean.TRUE.equals(client.authorization()
                .v1()
                .localSubjectAccessReview()
                .inNamespace(namespace)
                .create(question)
                .getStatus()
                .getAllowed());
    }
}
