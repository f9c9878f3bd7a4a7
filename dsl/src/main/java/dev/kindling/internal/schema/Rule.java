package dev.kindling.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** What a definition does not say: a webhook refuses it, the operator fails at it, or it does not do what it seems to. */
@FunctionalInterface
interface Rule {
    void check(JsonNode resource, Findings found);
}
