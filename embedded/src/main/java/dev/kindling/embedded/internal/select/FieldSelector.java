package dev.kindling.embedded.internal.select;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.embedded.internal.store.StatusException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code status.phase!=Running,metadata.name=x} on any dotted path, where a cluster knows a fixed list of paths; a
 * missing field equals the empty text.
 */
public final class FieldSelector implements Predicate<JsonNode> {
    private static final Pattern REQUIREMENT =
            Pattern.compile("(?<path>[A-Za-z][A-Za-z0-9_.-]*)\\s*(?<op>==|=|!=)\\s*(?<value>[^,]*)");

    private final List<Predicate<JsonNode>> requirements;

    private FieldSelector(List<Predicate<JsonNode>> requirements) {
        this.requirements = requirements;
    }

    public static FieldSelector parse(String text) {
        List<Predicate<JsonNode>> requirements = new ArrayList<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",")) {
            Matcher matcher = REQUIREMENT.matcher(part.strip());
            if (!matcher.matches()) {
                throw StatusException.badRequest(
                        "invalid field selector: \"" + text + "\"; can't understand '" + part + "'");
            }
            requirements.add(requirement(
                    matcher.group("path").split("\\."),
                    matcher.group("value").strip(),
                    !matcher.group("op").equals("!=")));
        }
        return new FieldSelector(requirements);
    }

    @Override
    public boolean test(JsonNode object) {
        return requirements.stream().allMatch(requirement -> requirement.test(object));
    }

    private static Predicate<JsonNode> requirement(String[] path, String value, boolean equal) {
        return object -> {
            JsonNode node = object;
            for (String step : path) {
                node = node.path(step);
            }
            return equal == node.asText("").equals(value);
        };
    }
}
