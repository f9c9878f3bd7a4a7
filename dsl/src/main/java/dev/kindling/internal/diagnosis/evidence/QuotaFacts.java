package dev.kindling.internal.diagnosis.evidence;

import java.util.Map;

/** A quota of the namespace: what may be used, and what is. */
public record QuotaFacts(String name, Map<String, String> hard, Map<String, String> used) {
    /** Copies the maps. */
    public QuotaFacts {
        hard = Map.copyOf(hard);
        used = Map.copyOf(used);
    }
}
