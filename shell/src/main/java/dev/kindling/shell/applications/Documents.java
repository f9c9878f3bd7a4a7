package dev.kindling.shell.applications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Maps and lists as text for programs. */
final class Documents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private Documents() {}

    /** Over several lines. */
    static String json(Object value) {
        return write(JSON.writerWithDefaultPrettyPrinter()::writeValueAsString, value);
    }

    /** In one line, as streams of documents are read. */
    static String jsonLine(Object value) {
        return write(JSON::writeValueAsString, value);
    }

    static String yaml(Object value) {
        return write(YAML::writeValueAsString, value).stripTrailing();
    }

    /** YAML of our own as JSON. */
    static String jsonOf(String yaml) {
        try {
            return json(YAML.readTree(yaml));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not YAML: " + yaml, e);
        }
    }

    private static String write(Writer writer, Object value) {
        try {
            return writer.write(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists and texts can always be written", e);
        }
    }

    private interface Writer {
        String write(Object value) throws JsonProcessingException;
    }
}
