package dev.kindling.internal.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.internal.kubernetes.SessionRights.Right;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceRule;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceRuleBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionRightsTest {

    @Test
    void anAdministratorLacksNothing() {
        assertThat(SessionRights.missing(List.of(rule("*", "*", "*")), true)).isEmpty();
    }

    @Test
    void everyMissingRightIsNamed() {
        var rules = List.of(
                rule("", "pods", "create", "list", "delete", "deletecollection"),
                rule("", "secrets", "create", "delete"),
                rule("", "configmaps", "create"));
        assertThat(SessionRights.missing(rules, true))
                .containsExactly(new Right("watch", "pods"), new Right("deletecollection", "configmaps"));
    }

    @Test
    void withoutEncryptionNoSecretIsMade() {
        var rules = List.of(rule("", "pods", "*"), rule("", "configmaps", "*"));
        assertThat(SessionRights.missing(rules, false)).isEmpty();
        assertThat(SessionRights.missing(rules, true)).hasSize(2);
    }

    @Test
    void rulesOfOtherGroupsAndForGivenNamesDoNotCount() {
        ResourceRule named = new ResourceRuleBuilder(rule("", "*", "*"))
                .withResourceNames("one")
                .build();
        assertThat(SessionRights.missing(List.of(rule("apps", "*", "*"), named), false))
                .hasSize(7);
    }

    private static ResourceRule rule(String group, String resource, String... verbs) {
        return new ResourceRuleBuilder()
                .withApiGroups(group)
                .withResources(resource)
                .withVerbs(verbs)
                .build();
    }
}
