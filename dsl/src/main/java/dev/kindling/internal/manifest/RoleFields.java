package dev.kindling.internal.manifest;

import java.util.Map;

/** What Kubeflow's resources say of a driver, an executor or a server alike. */
final class RoleFields {
    private RoleFields() {}

    /** With Spark's defaults written out: the webhook that would do so may be off. */
    static Fields of(String role, Map<String, String> all) {
        return new Fields()
                .put("cores", Integer.parseInt(all.getOrDefault("spark." + role + ".cores", "1")))
                .put("memory", all.getOrDefault("spark." + role + ".memory", "1g"));
    }
}
