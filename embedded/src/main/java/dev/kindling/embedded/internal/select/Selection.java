package dev.kindling.embedded.internal.select;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/** Which objects of a type a request means. */
public record Selection(LabelSelector labels, FieldSelector fields) implements Predicate<JsonNode> {
    /** Empty texts select everything. */
    public static Selection parse(String labelSelector, String fieldSelector) {
        return new Selection(LabelSelector.parse(labelSelector), FieldSelector.parse(fieldSelector));
    }

    @Override
    public boolean test(JsonNode object) {
        return labels.test(object) && fields.test(object);
    }
}
