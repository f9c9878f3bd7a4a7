package dev.kindling.internal.diagnosis.evidence;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.kindling.internal.text.Redaction;
import java.util.List;

/** Evidence as a file: JSON without secrets. */
public final class Bundle {

    private static final ObjectMapper MAPPER = mapper();

    private Bundle() {}

    /** The text of the file. */
    public static String write(Evidence evidence) {
        return withoutSecrets(MAPPER.valueToTree(evidence)).toPrettyString();
    }

    /**
     * Reads what was written.
     *
     * @throws IllegalArgumentException if the text is none of ours
     */
    public static Evidence read(String source, String text) {
        try {
            return MAPPER.readValue(text, Evidence.class);
        } catch (JsonProcessingException | NullPointerException e) {
            throw new IllegalArgumentException(
                    source + " is no evidence of a diagnosis: write kindling doctor NAME --save FILE to make one", e);
        }
    }

    private static ObjectMapper mapper() {
        var mapper = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .setVisibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
                .setVisibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
                .setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        // Files of earlier versions lack what later ones collect.
        mapper.configOverride(List.class).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        return mapper;
    }

    private static JsonNode withoutSecrets(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(Redaction.inText(node.textValue()));
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(withoutSecrets(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, withoutSecrets(array.get(i)));
            }
        }
        return node;
    }
}
