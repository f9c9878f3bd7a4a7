package dev.kindling.shell.console.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What may stand behind {@code /env}, {@code /reset} and {@code /reload}.
 *
 * @param classPath jars to be added
 * @param restore whether that of before the last reset, or of the run before, is to come back
 * @param quiet whether nothing is to be shown of it
 */
record ContextOptions(List<String> classPath, boolean restore, boolean quiet) {
    private static final List<String> FIXED = List.of("module-path", "add-modules", "add-exports", "enable-preview");

    /** Empty, and the reader told why, if they are not good. */
    static Optional<ContextOptions> of(String command, String argument, Consumer<String> refusal) {
        try {
            return Optional.of(parse(command, argument));
        } catch (IllegalArgumentException e) {
            refusal.accept(e.getMessage());
            return Optional.empty();
        }
    }

    private static ContextOptions parse(String command, String argument) {
        var classPath = new ArrayList<String>();
        boolean restore = false;
        boolean quiet = false;
        var words = Arrays.stream(argument.split("\\s+"))
                .filter(each -> !each.isEmpty())
                .iterator();
        while (words.hasNext()) {
            var word = words.next();
            var name = word.replaceFirst("^--?", "");
            if (name.equals("class-path") && word.startsWith("-") && words.hasNext()) {
                classPath.addAll(paths(words.next()));
            } else if (command.equals("/reload") && word.startsWith("-") && "restore".startsWith(name)) {
                restore = true;
            } else if (command.equals("/reload") && word.startsWith("-") && "quiet".startsWith(name)) {
                quiet = true;
            } else {
                throw refused(command, argument, word, name);
            }
        }
        return new ContextOptions(classPath, restore, quiet);
    }

    private static List<String> paths(String joined) {
        var paths = Arrays.stream(joined.split(File.pathSeparator))
                .map(each -> Paths.of(each).toAbsolutePath())
                .toList();
        for (Path each : paths) {
            if (!Files.isReadable(each)) {
                throw new IllegalArgumentException("File '" + each + "' for '--class-path' is not found.");
            }
        }
        return paths.stream().map(Path::toString).toList();
    }

    private static IllegalArgumentException refused(String command, String argument, String word, String name) {
        if (name.equals("class-path")) {
            return new IllegalArgumentException("Argument to class-path missing.");
        }
        if (word.startsWith("-") && FIXED.contains(name)) {
            return new IllegalArgumentException(word + " cannot change here: snippets run in this JVM and in those of"
                    + " the executors, whose modules are settled when they start. --class-path JAR can.");
        }
        return new IllegalArgumentException(
                word.startsWith("-")
                        ? "Unknown option: " + name
                        : "Unexpected arguments at end of command: [" + word + "] -- " + argument);
    }
}
