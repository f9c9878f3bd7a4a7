package dev.kindling.internal.kubernetes;

import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.ClusterAccessException.Answer;
import dev.kindling.diagnosis.ClusterAccessException.Request;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceRule;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectRulesReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectRulesReviewBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectRulesReviewStatus;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rights that a session needs after its first pod, looked up in one call before anything is made.
 *
 * <p>Without them Spark hangs, or leaves objects behind that it may make and not remove.
 */
public final class SessionRights {

    private static final List<Right> ALWAYS = List.of(
            new Right("create", "pods"),
            new Right("list", "pods"),
            new Right("watch", "pods"),
            new Right("delete", "pods"),
            new Right("deletecollection", "pods"),
            new Right("create", "configmaps"),
            new Right("deletecollection", "configmaps"));

    private static final List<Right> FOR_ENCRYPTION =
            List.of(new Right("create", "secrets"), new Right("delete", "secrets"));

    record Right(String verb, String resource) {
        boolean in(ResourceRule rule) {
            return isIn(rule.getApiGroups(), "")
                    && isIn(rule.getResources(), resource)
                    && isIn(rule.getVerbs(), verb)
                    // A rule for objects of given names allows no list, and names of ours are not known beforehand.
                    && rule.getResourceNames().isEmpty();
        }

        private static boolean isIn(List<String> allowed, String wanted) {
            return allowed.contains("*") || allowed.contains(wanted);
        }

        @Override
        public String toString() {
            return verb + " " + resource;
        }
    }

    private SessionRights() {}

    /**
     * Asks for the rights; says nothing where the server can't list them all.
     *
     * @throws ClusterAccessException naming every right that is missing
     */
    public static void check(ClusterClient cluster, boolean encryption) {
        List<Right> missing = rights(cluster)
                .map(rights -> missing(rights.getResourceRules(), encryption))
                .orElse(List.of());
        if (!missing.isEmpty()) {
            String list = missing.stream().map(Right::toString).collect(Collectors.joining(", "));
            throw new ClusterAccessException(
                    new Request("start", "a session", "", cluster.namespace()),
                    new Answer(403, "the server's list of this user's rights lacks: " + list),
                    "have these granted in namespace " + cluster.namespace()
                            + ": docs/rbac.yaml is the Role that a session needs",
                    null);
        }
    }

    static List<Right> missing(List<ResourceRule> rules, boolean encryption) {
        List<Right> needed = new ArrayList<>(ALWAYS);
        if (encryption) {
            needed.addAll(FOR_ENCRYPTION);
        }
        return needed.stream()
                .filter(right -> rules.stream().noneMatch(right::in))
                .toList();
    }

    /** Empty where the server does not know the question, such as the embedded one, or can't list all rights. */
    private static Optional<SubjectRulesReviewStatus> rights(ClusterClient cluster) {
        SelfSubjectRulesReview question = new SelfSubjectRulesReviewBuilder()
                .withNewSpec()
                .withNamespace(cluster.namespace())
                .endSpec()
                .build();
        try {
            return Optional.ofNullable(cluster.client()
                            .authorization()
                            .v1()
                            .selfSubjectRulesReview()
                            .create(question)
                            .getStatus())
                    .filter(rights -> !Boolean.TRUE.equals(rights.getIncomplete()));
        } catch (KubernetesClientException e) {
            return Optional.empty(); // What is forbidden shows when it is done.
        }
    }
}
