package dev.kindling.shell.console.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;

/**
 * Which snippets the argument of a command names: ids and ranges of them, names, {@code -all}, {@code -start}; nothing for
 * those of the user that are in force.
 */
final class Selection {
    private static final Set<String> OPTIONS = Set.of("-all", "-start");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

    private final Supplier<JShell> jshell;

    Selection(Supplier<JShell> jshell) {
        this.jshell = jshell;
    }

    Stream<Snippet> of(String argument) {
        return words(argument).stream().flatMap(this::word).distinct();
    }

    /** Words that name no snippet. */
    List<String> missing(String argument) {
        return words(argument).stream()
                .filter(each -> !each.isEmpty() && !each.startsWith("-"))
                .filter(each -> word(each).findAny().isEmpty())
                .toList();
    }

    /** The first option that there is not. */
    Optional<String> unknownOption(String argument) {
        return words(argument).stream()
                .filter(each -> each.startsWith("-") && !OPTIONS.contains(each))
                .findFirst();
    }

    /** Those of the user, first to last, failed ones too where a command goes back over them. */
    Stream<Snippet> entered() {
        return all().filter(each -> !each.id().startsWith("s"));
    }

    private static List<String> words(String argument) {
        return Arrays.asList(argument.strip().split("\\s+"));
    }

    private Stream<Snippet> word(String word) {
        var range = RANGE.matcher(word);
        if (range.matches()) {
            return between(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
        }
        return switch (word) {
            case "" -> entered().filter(this::isActive);
            case "-all" -> all();
            case "-start" -> all().filter(each -> each.id().startsWith("s"));
            default -> idOrName(word);
        };
    }

    private Stream<Snippet> between(int first, int last) {
        return entered().filter(each -> each.id().matches("\\d{1,9}")).filter(each -> {
            int id = Integer.parseInt(each.id());
            return first <= id && id <= last;
        });
    }

    /** Of several with a name those in force, if there are any. */
    private Stream<Snippet> idOrName(String word) {
        if (all().anyMatch(each -> each.id().equals(word))) {
            return all().filter(each -> each.id().equals(word));
        }
        var named = all().filter(each ->
                        each instanceof PersistentSnippet known && known.name().equals(word))
                .toList();
        var active = named.stream().filter(this::isActive).toList();
        return (active.isEmpty() ? named : active).stream();
    }

    private boolean isActive(Snippet each) {
        return jshell.get().status(each).isActive();
    }

    private Stream<Snippet> all() {
        return jshell.get().snippets();
    }
}
