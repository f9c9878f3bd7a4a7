package dev.kindling.shell.console.command;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code /edit} opens.
 *
 * @param command a program and its arguments; empty for the prompt's own line editor
 * @param waits whether the program returns before editing has ended, so that the user has to say when it has
 */
record Editor(List<String> command, boolean waits) {
    /** The prompt's own. */
    static final Editor BUILT_IN = new Editor(List.of(), false);

    private static final List<String> VARIABLES = List.of("JSHELLEDITOR", "VISUAL", "EDITOR");
    private static final String DEFAULT = "-default";
    private static final String WAIT = "-wait";

    /** Reads what {@link #toString} writes. */
    static Editor parse(String text) {
        var words = Arrays.asList(text.strip().split("\\s+"));
        var waits = words.get(0).equals(WAIT);
        var command = words.subList(waits ? 1 : 0, words.size());
        return command.equals(List.of(DEFAULT)) ? BUILT_IN : new Editor(List.copyOf(command), waits);
    }

    /** The one that the environment names for all programs. */
    static Editor ofEnvironment(UnaryOperator<String> variables) {
        return VARIABLES.stream()
                .map(variables)
                .filter(Objects::nonNull)
                .filter(each -> !each.isBlank())
                .findFirst()
                .map(each -> new Editor(List.of(each.strip().split("\\s+")), false))
                .orElse(BUILT_IN);
    }

    /** The program, unless it is the prompt's own. */
    Optional<List<String>> program() {
        return command.isEmpty() ? Optional.empty() : Optional.of(command);
    }

    @Override
    public String toString() {
        return command.isEmpty()
                ? DEFAULT
                : Stream.concat(waits ? Stream.of(WAIT) : Stream.empty(), command.stream())
                        .collect(Collectors.joining(" "));
    }
}
