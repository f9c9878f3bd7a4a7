package dev.kindling.target;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rights as YAML. Written by hand, for the comments: a Role that says why is one that an administrator grants. */
final class RbacText {

    private static final int WIDTH = 118;

    private static final String API = "rbac.authorization.k8s.io";

    private static final String ACCOUNT =
            """
            apiVersion: v1
            kind: ServiceAccount
            metadata:
              name: NAME
            ---
            """;

    private static final String ROLE =
            """
            apiVersion: API/v1
            kind: Role
            metadata:
              name: ROLE
            rules:
            RULES---
            apiVersion: API/v1
            kind: RoleBinding
            metadata:
              name: ROLE
            roleRef:
              apiGroup: API
              kind: Role
              name: ROLE
            subjects:
            - kind: ServiceAccount
              name: NAME
            """;

    private RbacText() {}

    static String of(Rbac rbac) {
        var elsewhere = rbac.grants().stream()
                .flatMap(grant -> grant.namespace().stream())
                .distinct()
                .toList();
        var here = rbac.grants().stream()
                .filter(grant -> grant.namespace().isEmpty())
                .map(RbacText::grant);
        return Stream.concat(here, elsewhere.isEmpty() ? Stream.of() : Stream.of(leftOut(elsewhere)))
                .collect(Collectors.joining("---\n"));
    }

    static String of(Rbac rbac, String namespace) {
        return rbac.grants().stream().map(grant -> grant(grant, namespace)).collect(Collectors.joining("---\n"));
    }

    private static String leftOut(List<String> namespaces) {
        return comment("More Roles are needed, in other namespaces: " + String.join(", ", namespaces)
                + ". They name the account's own namespace, which is not known here: spec.rbac().toYaml(\"NAMESPACE\") has"
                + " all of it, for kubectl apply -f -");
    }

    private static String grant(Rbac.Grant grant) {
        return comment(grant.purpose()) + filled(ACCOUNT + ROLE, grant, grant.account());
    }

    private static String grant(Rbac.Grant grant, String namespace) {
        var elsewhere = grant.namespace().filter(each -> !each.equals(namespace));
        var role = grant.namespace().map(any -> grant.account() + "-store").orElse(grant.account());
        var account = grant.namespace().isEmpty() ? in(ACCOUNT, namespace) : "";
        var binding = in(ROLE, elsewhere.orElse(namespace))
                .replace("  name: NAME\n", "  name: NAME\n  namespace: " + namespace + "\n");
        return comment(grant.purpose()) + filled(account + binding, grant, role);
    }

    private static String in(String template, String namespace) {
        return template.replaceAll(
                "metadata:\n  name: (\\w+)\n", "metadata:\n  name: $1\n  namespace: " + namespace + "\n");
    }

    private static String filled(String template, Rbac.Grant grant, String role) {
        var rules = grant.rules().stream().map(RbacText::rule).collect(Collectors.joining());
        return template.replace("NAME", grant.account())
                .replace("ROLE", role)
                .replace("API", API)
                .replace("RULES", rules);
    }

    private static String rule(Rbac.Rule rule) {
        return comment(rule.why())
                + "- apiGroups: [" + (rule.apiGroup().isEmpty() ? "\"\"" : rule.apiGroup()) + "]\n"
                + "  resources: " + rule.resources() + "\n"
                + "  verbs: " + rule.verbs() + "\n";
    }

    private static String comment(String text) {
        return lines(text).stream().map(line -> "# " + line + "\n").collect(Collectors.joining());
    }

    private static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
