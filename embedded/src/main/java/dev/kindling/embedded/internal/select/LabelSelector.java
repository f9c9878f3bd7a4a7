package dev.kindling.embedded.internal.select;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.StatusException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code a=b,c!=d,e in (f,g),h notin (i),j,!k}: every requirement has to hold. */
public final class LabelSelector implements Predicate<JsonNode> {
    private static final String KEY = "(?<key>[A-Za-z0-9](?:[-A-Za-z0-9_./]*[A-Za-z0-9])?)";
    private static final Pattern IN_SET = Pattern.compile(KEY + "\\s+(?<op>in|notin)\\s*\\((?<values>[^()]*)\\)");
    private static final Pattern EQUALITY = Pattern.compile(KEY + "\\s*(?<op>==|=|!=)\\s*(?<value>[-A-Za-z0-9_.]*)");
    private static final Pattern EXISTENCE = Pattern.compile("(?<op>!?)\\s*" + KEY);
    private static final Pattern COMMA_OUTSIDE_PARENTHESES = Pattern.compile(",(?![^()]*\\))");

    private final List<Predicate<JsonNode>> requirements;

    private LabelSelector(List<Predicate<JsonNode>> requirements) {
        this.requirements = requirements;
    }

    /** An empty text selects everything; 400 for what is not a selector, never a requirement that is dropped. */
    public static LabelSelector parse(String text) {
        List<Predicate<JsonNode>> requirements = new ArrayList<>();
        if (!text.isBlank()) {
            for (String part : COMMA_OUTSIDE_PARENTHESES.split(text, -1)) {
                requirements.add(requirement(text, part.strip()));
            }
        }
        return new LabelSelector(requirements);
    }

    @Override
    public boolean test(JsonNode object) {
        JsonNode labels = Meta.labels(object);
        return requirements.stream().allMatch(requirement -> requirement.test(labels));
    }

    private static Predicate<JsonNode> requirement(String text, String part) {
        Matcher set = IN_SET.matcher(part);
        if (set.matches()) {
            Set<String> values = Arrays.stream(set.group("values").split(",", -1))
                    .map(String::strip)
                    .collect(Collectors.toSet());
            return membership(set.group("key"), values, set.group("op").equals("in"));
        }
        Matcher equality = EQUALITY.matcher(part);
        if (equality.matches()) {
            Set<String> values = Set.of(equality.group("value"));
            return membership(
                    equality.group("key"), values, !equality.group("op").equals("!="));
        }
        Matcher existence = EXISTENCE.matcher(part);
        if (existence.matches()) {
            String key = existence.group("key");
            boolean wanted = existence.group("op").isEmpty();
            return labels -> labels.hasNonNull(key) == wanted;
        }
        throw StatusException.badRequest("unable to parse requirement: \"" + part + "\" in label selector: " + text);
    }

    /** As Kubernetes has it: an object without the label is "not in" every set. */
    private static Predicate<JsonNode> membership(String key, Set<String> values, boolean in) {
        return labels ->
                in == (labels.hasNonNull(key) && values.contains(labels.get(key).asText()));
    }
}
