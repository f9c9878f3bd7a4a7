package dev.kindling.internal.application;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.rule.OperatorCauses;
import dev.kindling.internal.operator.OperatorReader;
import dev.kindling.internal.preflight.Answer;
import dev.kindling.internal.preflight.Check;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Whether the operator's resource is known, and whether the operator is there and looks at the namespace. */
final class OperatorCheck {

    /** An operator looks at a new resource at once, but may be busy with others. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final long ENOUGH = 20;

    private final ApplicationApi api;

    private OperatorCheck(ApplicationApi api) {
        this.api = api;
    }

    /** By discovery, which is open to everybody who is logged in. */
    static Check definition(ApplicationApi api) {
        return new Check("definition of " + api.dialect().resourceName(), new OperatorCheck(api)::definition);
    }

    /** By earlier applications, else by its deployment, which an ordinary user may not see. */
    static Check watching(ApplicationApi api) {
        return new Check("the " + api.dialect().product(), new OperatorCheck(api)::watching);
    }

    private Answer definition() {
        var resource = api.dialect().resource();
        var known = api.connection().client().getApiResources(resource.getGroup() + "/" + resource.getVersion());
        var name = "definition of " + api.dialect().resourceName();
        if (known != null
                && known.getResources().stream().anyMatch(each -> each.getName().equals(resource.getPlural()))) {
            return Answer.fine(name);
        }
        var account = Account.certain(
                        "operator-absent",
                        "This cluster does not know " + api.dialect().resourceName())
                .seen(new Clue("discovery", "/apis/" + resource.getGroup(), "no " + resource.getPlural(), null))
                .why("the " + api.dialect().product() + " brings this kind of resource; without it nothing is made")
                .write(OperatorSearch.in(api.connection().client()).hint(api.dialect()), "");
        return Answer.found(name, List.of(new Answer.Problem(Finding.NotPickedUp::new, account)));
    }

    private Answer watching() {
        var earlier = earlier();
        if (earlier.stream().anyMatch(OperatorCheck::hasStatus)) {
            return Answer.fine(name() + " (it has worked in " + api.namespace() + " before)");
        }
        var forgotten = earlier.stream().filter(OperatorCheck::isForgotten).findFirst();
        return forgotten.isPresent() ? notWatching(forgotten.get()) : deployment();
    }

    private List<GenericKubernetesResource> earlier() {
        try {
            return api.selected()
                    .list(new ListOptionsBuilder().withLimit(ENOUGH).build())
                    .getItems();
        } catch (KubernetesClientException e) {
            if (e.getCode() <= 0) {
                throw e;
            }
            return List.of();
        }
    }

    private static boolean hasStatus(GenericKubernetesResource application) {
        return application.getAdditionalProperties().get("status") instanceof Map<?, ?> status && !status.isEmpty();
    }

    private static boolean isForgotten(GenericKubernetesResource application) {
        return Examination.created(application).plus(PATIENCE).isBefore(Instant.now());
    }

    private Answer notWatching(GenericKubernetesResource forgotten) {
        var object = "SparkApplication " + api.namespace() + "/"
                + forgotten.getMetadata().getName();
        var seen = new Clue(object, "status", "is empty", Examination.created(forgotten));
        return Answer.found(name(), List.of(new Answer.Problem(Finding.NotPickedUp::new, unwatched(seen))));
    }

    private Answer deployment() {
        var whether = "whether the " + api.dialect().product() + " watches namespace " + api.namespace();
        var operator = OperatorReader.read(api.connection().client(), api.dialect());
        if (operator.deployments().isEmpty()) {
            return Answer.notKnown(whether + ": no deployment of it is to be seen");
        }
        var watches = operator.deployments().stream()
                .anyMatch(each -> each.ready() && each.namespaces().contains(api.namespace()));
        return OperatorCauses.of(operator, api.namespace())
                .map(account -> Answer.found(name(), List.of(new Answer.Problem(Finding.NotPickedUp::new, account))))
                .orElseGet(() -> watches
                        ? Answer.fine(name())
                        : Answer.notKnown(whether + ": it runs, and nothing has been submitted here yet"));
    }

    private String name() {
        return "the " + api.dialect().product();
    }

    private Account unwatched(Clue seen) {
        return Account.probable(
                        "operator-not-watching", "No operator looks at applications of namespace " + api.namespace())
                .seen(seen)
                .why("the " + api.dialect().product() + " does not run, or does not watch the namespace")
                .write("cluster.namespace(\"..\") with one that it watches, or .operator(Operator.none())", "");
    }
}
