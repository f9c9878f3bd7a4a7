package dev.kindling.cluster;

import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Rbac;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** One right of a rendered Role, and accounts that have all of them but one. */
record Right(String apiGroup, String resource, String verb) {

    static List<Right> of(Rbac.Grant grant) {
        return grant.rules().stream()
                .flatMap(rule -> rule.resources().stream().flatMap(resource -> rule.verbs().stream()
                        .map(verb -> new Right(rule.apiGroup(), resource, verb))))
                .distinct()
                .toList();
    }

    /** All rules but this. */
    List<PolicyRule> leaving(Rbac.Grant grant) {
        return of(grant).stream()
                .filter(right -> !right.equals(this))
                .map(right -> new PolicyRuleBuilder()
                        .withApiGroups(right.apiGroup())
                        .withResources(right.resource())
                        .withVerbs(right.verb())
                        .build())
                .toList();
    }

    /** The cluster as an account sees it that lacks this right. */
    KubernetesCluster missing(RealCluster cluster, Rbac.Grant grant, Path folder) throws IOException {
        var account = "lacks-" + UUID.randomUUID().toString().substring(0, 8);
        ServiceAccounts.create(cluster, account, leaving(grant));
        return LimitedAccount.target(cluster, account, folder);
    }

    boolean isForADriverInAPod() {
        return Stream.of("get pods", "list persistentvolumeclaims").anyMatch(toString()::equals);
    }

    @Override
    public String toString() {
        return verb + " " + resource + (apiGroup.isEmpty() ? "" : "." + apiGroup);
    }
}
