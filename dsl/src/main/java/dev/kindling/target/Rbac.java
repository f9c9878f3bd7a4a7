package dev.kindling.target;

import dev.kindling.internal.text.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rights that a run uses in its namespace, and no more: a Role, a RoleBinding and a service account for each who acts.
 * Preflight asks for the same rights. Immutable and thread-safe.
 *
 * <pre>{@code
 * String yaml = Spark.session("words").rbac().toYaml(); // kubectl apply -n NAMESPACE -f -
 * }</pre>
 *
 * @param grants one for each account
 */
public record Rbac(List<Grant> grants) {

    /** Copies the list. */
    public Rbac {
        grants = List.copyOf(grants);
    }

    /** The rights of both, for somebody who runs both. */
    public Rbac and(Rbac other) {
        var byAccount = new LinkedHashMap<String, Grant>();
        Stream.concat(grants.stream(), other.grants.stream())
                .forEach(grant -> byAccount.merge(grant.account() + grant.namespace(), grant, Grant::and));
        return new Rbac(new ArrayList<>(byAccount.values()));
    }

    /**
     * For {@code kubectl apply -n NAMESPACE -f -}; comments say what each rule is for. Names no namespace, and so leaves out
     * what belongs in another than the run's, and says so.
     */
    public String toYaml() {
        return RbacText.of(this);
    }

    /**
     * For {@code kubectl apply -f -}, also with what belongs in other namespaces.
     *
     * @param namespace of the run and its accounts
     */
    public String toYaml(String namespace) {
        return RbacText.of(this, Names.requireLabel("Namespace", ".toYaml", namespace));
    }

    /**
     * What one account may do.
     *
     * @param account name of the service account, of its Role and of the binding
     * @param purpose who it is and how it is used
     * @param namespace where, if in another than the run's: the account of the run is given a Role there
     */
    public record Grant(String account, String purpose, List<Rule> rules, Optional<String> namespace) {
        /** Copies the list. */
        public Grant {
            rules = List.copyOf(rules);
        }

        private Grant and(Grant other) {
            var all = new LinkedHashSet<>(rules);
            all.addAll(other.rules);
            return new Grant(account, purpose, new ArrayList<>(all), namespace);
        }

        /** The same in a namespace of its own. */
        public Grant in(String elsewhere) {
            return new Grant(account, purpose, rules, Optional.of(elsewhere));
        }
    }

    /**
     * A rule of a Role.
     *
     * @param why what it is for
     * @param apiGroup empty for the core group
     * @param resources for example {@code pods}, {@code pods/log}
     * @param verbs as in a Role: {@code create}, {@code list}, ...
     */
    public record Rule(String why, String apiGroup, List<String> resources, List<String> verbs) {
        /** Copies the lists. */
        public Rule {
            resources = List.copyOf(resources);
            verbs = List.copyOf(verbs);
        }

        /** In a line, as it may be written in a Role. */
        @Override
        public String toString() {
            return "apiGroups: [" + (apiGroup.isEmpty() ? "\"\"" : apiGroup) + "], resources: " + resources
                    + ", verbs: " + verbs;
        }
    }
}
