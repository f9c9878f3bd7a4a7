package dev.kindling.internal.preflight;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.kubernetes.DriverPlace;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.internal.rights.ForwardNeeds;
import dev.kindling.internal.rights.Need;
import dev.kindling.internal.rights.Need.Weight;
import dev.kindling.internal.rights.Right;
import io.fabric8.kubernetes.api.model.authentication.SelfSubjectReview;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributes;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributesBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectRulesReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Whether this user may do what the run will do. One list of rights answers most; what it lacks is asked for one by one. */
public final class RightsCheck {

    private final KubernetesClient client;
    private final String namespace;
    private final List<Need> needs;
    private final String document;

    private RightsCheck(KubernetesClient client, String namespace, List<Need> needs, String document) {
        this.client = client;
        this.namespace = namespace;
        this.needs = needs;
        this.document = document;
    }

    /** Of the user that the client is. */
    public static Check of(KubernetesClient client, String namespace, List<Need> needs) {
        var ofRun = needs.stream().filter(need -> need.weight() != Weight.ASIDE).toList();
        return new Check("rights", () -> new RightsCheck(client, namespace, ofRun, document(namespace)).answer());
    }

    /** Where the rights are to be read, and how they are granted. */
    static String document(String namespace) {
        return "spec.rbac().toYaml() renders (kubectl apply -n " + namespace + " -f -)";
    }

    /** Those to forward ports to the object store's Services, if they are in other namespaces than the run. */
    public static List<Check> ofForwards(KubernetesClient client, String namespace, WorkloadPlan plan, Weight weight) {
        var document = "spec.rbac().toYaml(\"" + namespace + "\") renders (kubectl apply -f -)";
        return ForwardNeeds.elsewhere(plan).stream()
                .filter(any -> !DriverPlace.isInPodOf(
                        URI.create(client.getConfiguration().getMasterUrl()), System.getenv()))
                .map(store -> new Check(
                        "rights in namespace " + store,
                        () -> new RightsCheck(client, store, ForwardNeeds.needs(weight), document).answer()))
                .toList();
    }

    private Answer answer() {
        var listed = listed();
        var missing = needs.stream()
                .map(need -> new Lack(
                        need,
                        need.rights()
                                .filter(right -> !listed.allows(right) && !isAllowed(right))
                                .toList()))
                .filter(lack -> !lack.rights().isEmpty())
                .toList();
        var asked = needs.stream().flatMap(Need::rights).distinct().count();
        return Answer.found(asked + " rights of this user in namespace " + namespace, problems(missing));
    }

    private List<Answer.Problem> problems(List<Lack> missing) {
        if (missing.isEmpty()) {
            return List.of();
        }
        var user = user();
        var found = new ArrayList<Answer.Problem>();
        var vital = missing.stream()
                .filter(lack -> lack.need().weight() == Weight.VITAL)
                .toList();
        if (!vital.isEmpty()) {
            found.add(problem(Account.certain("rbac-forbidden", user + may(vital)), vital));
        }
        missing.stream()
                .filter(lack -> lack.need().weight() != Weight.VITAL)
                .map(lack -> problem(Account.probable("rbac-incomplete", user + may(List.of(lack))), List.of(lack)))
                .forEach(found::add);
        return found;
    }

    private Answer.Problem problem(Account begun, List<Lack> lacks) {
        return Lack.problem(begun, lacks, namespace, document);
    }

    private String may(List<Lack> lacks) {
        return " may not "
                + lacks.stream()
                        .flatMap(lack -> lack.rights().stream())
                        .map(Right::toString)
                        .collect(Collectors.joining(", "))
                + " in namespace " + namespace;
    }

    private OwnRules listed() {
        var question = new SelfSubjectRulesReviewBuilder()
                .withNewSpec()
                .withNamespace(namespace)
                .endSpec()
                .build();
        try {
            return OwnRules.of(client.authorization()
                    .v1()
                    .selfSubjectRulesReview()
                    .create(question)
                    .getStatus());
        } catch (KubernetesClientException e) {
            return OwnRules.NONE; // Each right is asked for then.
        }
    }

    private boolean isAllowed(Right right) {
        var question = new SelfSubjectAccessReviewBuilder()
                .withNewSpec()
                .withResourceAttributes(attributes(namespace, right))
                .endSpec()
                .build();
        return Boolean.TRUE.equals(client.authorization()
                .v1()
                .selfSubjectAccessReview()
                .create(question)
                .getStatus()
                .getAllowed());
    }

    static ResourceAttributes attributes(String namespace, Right right) {
        return new ResourceAttributesBuilder()
                .withNamespace(namespace)
                .withGroup(right.apiGroup())
                .withResource(right.plural())
                .withSubresource(right.subresource())
                .withVerb(right.verb())
                .build();
    }

    /** Old servers do not say who one is. */
    private String user() {
        try {
            var review = client.resource(new SelfSubjectReview()).create();
            return Objects.requireNonNullElse(review.getStatus().getUserInfo().getUsername(), "this user");
        } catch (KubernetesClientException e) {
            return "this user";
        }
    }

    /** A need and the rights of it that are missing. */
    record Lack(Need need, List<Right> rights) {

        static Answer.Problem problem(Account begun, List<Lack> lacks, String namespace, String document) {
            var clues = lacks.stream()
                    .flatMap(lack -> lack.rights().stream())
                    .map(right ->
                            new Clue("SelfSubjectAccessReview " + namespace, right.toString(), "not allowed", null))
                    .toList();
            var account = begun.seen(clues)
                    .why(lacks.stream().map(lack -> lack.need().rule().why()).collect(Collectors.joining(" ")))
                    .write(
                            "have its Role hold what " + document,
                            lacks.stream().map(Lack::rules).collect(Collectors.joining("; ")));
            return new Answer.Problem(Finding.Forbidden::new, account);
        }

        private String rules() {
            return need.rule().resources().stream()
                    .map(resource -> rights.stream()
                            .filter(right -> right.resource().equals(resource))
                            .toList())
                    .filter(of -> !of.isEmpty())
                    .map(of -> "apiGroups: [\"" + of.get(0).apiGroup() + "\"], resources: ["
                            + of.get(0).resource() + "], verbs: "
                            + of.stream().map(Right::verb).toList())
                    .collect(Collectors.joining("; "));
        }
    }
}
