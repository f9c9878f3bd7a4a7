package dev.kindling.internal.preflight;

import dev.kindling.internal.rights.Right;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceRule;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectRulesReviewStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server lists of this user's rights. It may not know all of them; what it lists is so. */
record OwnRules(List<ResourceRule> rules) {

    static final OwnRules NONE = new OwnRules(List.of());

    static OwnRules of(@Nullable SubjectRulesReviewStatus status) {
        return status == null || status.getResourceRules() == null ? NONE : new OwnRules(status.getResourceRules());
    }

    boolean allows(Right right) {
        return rules.stream()
                .anyMatch(rule -> isIn(rule.getApiGroups(), right.apiGroup())
                        && isIn(rule.getResources(), right.resource())
                        && isIn(rule.getVerbs(), right.verb())
                        // A rule for objects of given names allows no list, and names of ours are not known beforehand.
                        && rule.getResourceNames().isEmpty());
    }

    private static boolean isIn(List<String> allowed, String wanted) {
        return allowed.contains("*") || allowed.contains(wanted);
    }
}
