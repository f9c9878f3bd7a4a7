package dev.kindling.target;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rights as YAML. Written by hand, for the comments: a Role that says why is one that an administrator grants. */
final class RbacText {

    private static final int WIDTH = 118;

    private static final String API = "rbac.authorization.k8s.io";

    private RbacText() {}

    static String of(Rbac rbac) {
        return rbac.grants().stream().map(RbacText::grant).collect(Collectors.joining("---\n"));
    }

    private static String grant(Rbac.Grant grant) {
        var rules = grant.rules().stream().map(RbacText::rule).collect(Collectors.joining());
        return comment(grant.purpose())
                + """
                apiVersion: v1
                kind: ServiceAccount
                metadata:
                  name: NAME
                ---
                apiVersion: API/v1
                kind: Role
                metadata:
                  name: NAME
                rules:
                RULES---
                apiVersion: API/v1
                kind: RoleBinding
                metadata:
                  name: NAME
                roleRef:
                  apiGroup: API
                  kind: Role
                  name: NAME
                subjects:
                - kind: ServiceAccount
                  name: NAME
                """
                        .replace("NAME", grant.account())
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
