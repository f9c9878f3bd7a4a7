package dev.kindling.internal.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * What an unquoted word means to {@code kubectl}, which reads YAML 1.1: {@code on} and {@code yes} are booleans there, and
 * would be refused by the API server where a text is asked for.
 */
final class ScalarValue {
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Pattern TRUE = Pattern.compile("true|True|TRUE|yes|Yes|YES|on|On|ON");
    private static final Pattern FALSE = Pattern.compile("false|False|FALSE|no|No|NO|off|Off|OFF");
    private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9]{0,30})");
    private static final Pattern BASED = Pattern.compile("0x([0-9a-fA-F]{1,16})|0o?([0-7]{1,22})");
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?([0-9]{1,30}\\.[0-9]{0,30}|\\.[0-9]{1,30}|[0-9]{1,30})([eE][-+]?[0-9]{1,3})?");

    private ScalarValue() {}

    static JsonNode of(ScalarEvent scalar) {
        var text = scalar.getValue();
        return scalar.getScalarStyle() == ScalarStyle.PLAIN && scalar.getTag().isEmpty()
                ? plain(text)
                : JsonNodeFactory.instance.textNode(text);
    }

    private static JsonNode plain(String text) {
        var nodes = JsonNodeFactory.instance;
        if (NULL.contains(text)) {
            return nodes.nullNode();
        }
        if (TRUE.matcher(text).matches()) {
            return nodes.booleanNode(true);
        }
        if (FALSE.matcher(text).matches()) {
            return nodes.booleanNode(false);
        }
        if (INTEGER.matcher(text).matches()) {
            return whole(new BigInteger(text));
        }
        var based = BASED.matcher(text);
        if (based.matches()) {
            return whole(
                    based.group(1) != null ? new BigInteger(based.group(1), 16) : new BigInteger(based.group(2), 8));
        }
        return DECIMAL.matcher(text).matches() ? nodes.numberNode(new BigDecimal(text)) : nodes.textNode(text);
    }

    private static JsonNode whole(BigInteger value) {
        var nodes = JsonNodeFactory.instance;
        if (value.bitLength() < 32) {
            return nodes.numberNode(value.intValue());
        }
        return value.bitLength() < 64 ? nodes.numberNode(value.longValue()) : nodes.numberNode(value);
    }
}
