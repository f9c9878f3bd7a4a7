package dev.kindling.internal.bootstrap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the bootstrap is told, as arguments: {@code --class x.Main --jar URI --file URI -- the program's own}.
 *
 * @param mainClass where the program begins
 * @param jars of the program; {@code local:} ones are in the image
 * @param files given to driver and executors
 * @param leftOut a list of jars that were not shipped as images have them, a name a line
 * @param arguments the program's own
 */
public record Order(
        String mainClass, List<String> jars, List<String> files, Optional<String> leftOut, List<String> arguments) {
    private static final String END = "--";

    /** Copies the lists. */
    public Order {
        jars = List.copyOf(jars);
        files = List.copyOf(files);
        arguments = List.copyOf(arguments);
    }

    /** As arguments. */
    public List<String> toArguments() {
        var all = new ArrayList<>(List.of("--class", mainClass));
        jars.forEach(jar -> all.addAll(List.of("--jar", jar)));
        files.forEach(file -> all.addAll(List.of("--file", file)));
        leftOut.ifPresent(list -> all.addAll(List.of("--left-out", list)));
        all.add(END);
        all.addAll(arguments);
        return all;
    }

    /** @throws IllegalArgumentException if somebody else wrote the arguments */
    static Order parse(List<String> words) {
        var end = words.indexOf(END);
        if (end < 0 || end % 2 != 0) {
            throw notOurs(words);
        }
        var mainClass = Optional.<String>empty();
        var leftOut = Optional.<String>empty();
        var jars = new ArrayList<String>();
        var files = new ArrayList<String>();
        for (int i = 0; i < end; i += 2) {
            var value = words.get(i + 1);
            switch (words.get(i)) {
                case "--class" -> mainClass = Optional.of(value);
                case "--jar" -> jars.add(value);
                case "--file" -> files.add(value);
                case "--left-out" -> leftOut = Optional.of(value);
                default -> throw notOurs(words);
            }
        }
        return new Order(
                mainClass.orElseThrow(() -> notOurs(words)),
                jars,
                files,
                leftOut,
                words.subList(end + 1, words.size()));
    }

    private static IllegalArgumentException notOurs(List<String> words) {
        return new IllegalArgumentException(
                "Kindling's bootstrap is told what to run by Kindling: --class NAME --jar URI"
                        + " .. -- ARGUMENTS, and not " + words + ". Submit the application with Spark.application(..)");
    }
}
