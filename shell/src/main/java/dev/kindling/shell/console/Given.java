package dev.kindling.shell.console;

import dev.kindling.shell.console.code.Bindings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a console begins with, at its start and after each reset.
 *
 * @param variables values by their declarations, such as {@code List<String> names}
 * @param snippets what is run then
 */
public record Given(Map<String, Object> variables, List<String> snippets) {
    private static final Pattern DECLARATION = Pattern.compile("(?<type>\\S.*?)\\s+(?<name>[A-Za-z_$][\\w$]*)");

    /** Keeps its own copies. */
    public Given {
        variables.keySet().forEach(Given::name);
        variables = Map.copyOf(variables);
        snippets = List.copyOf(snippets);
    }

    /** No variables. */
    public static Given snippets(List<String> snippets) {
        return new Given(Map.of(), snippets);
    }

    /** One variable more. */
    public Given with(String declaration, Object value) {
        var more = new LinkedHashMap<>(variables);
        more.put(declaration, value);
        return new Given(more, snippets);
    }

    /** One snippet more. */
    public Given with(String snippet) {
        return new Given(
                variables, Stream.concat(snippets.stream(), Stream.of(snippet)).toList());
    }

    /** The value given for a name, if one was. */
    Optional<Object> value(String name) {
        return variables.entrySet().stream()
                .filter(each -> name(each.getKey()).equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Declarations of the variables, then the snippets. */
    List<String> source() {
        return Stream.concat(variables.keySet().stream().map(Given::declaration), snippets.stream())
                .toList();
    }

    private static String declaration(String declared) {
        var match = DECLARATION.matcher(declared);
        if (!match.matches()) {
            throw new IllegalArgumentException("'" + declared
                    + "' declares no variable. Write a type and a name: bind(\"List<String> names\", names)");
        }
        var value = Bindings.class.getName() + ".orBound(null, \"" + match.group("name") + "\")";
        return declared + " = (" + match.group("type") + ") (Object) " + value + ";";
    }

    private static String name(String declared) {
        declaration(declared);
        return declared.replaceFirst("(?s).*\\s", "");
    }
}
