package dev.kindling.shell.console.command;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What {@code /open} and {@code /set start} read: a file, an address, or one of the names that jshell knows. */
final class SourceFiles {
    private static final String JSHELLS = "/modules/jdk.jshell/jdk/jshell/tool/resources/";
    private static final Set<String> NAMES = Set.of("DEFAULT", "PRINTING");

    private SourceFiles() {}

    /**
     * The text.
     *
     * @throws NoSuchFileException if nothing has this name
     */
    static String read(String name) throws IOException {
        if (name.matches("https?://.*|file:.*")) {
            try (InputStream in = URI.create(name).toURL().openStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        var file = Paths.of(name);
        return Files.exists(file)
                ? Files.readString(file)
                : named(name).orElseThrow(() -> new NoSuchFileException(name));
    }

    private static Optional<String> named(String name) throws IOException {
        if (name.equals("JAVASE")) {
            return Optional.of(javaSe());
        }
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        var image = FileSystems.getFileSystem(URI.create("jrt:/"));
        return Optional.of(Files.readString(image.getPath(JSHELLS + name + ".jsh")));
    }

    /** Imports of all packages of Java SE. */
    private static String javaSe() {
        var packages = new TreeSet<String>();
        for (var each : ModuleFinder.ofSystem()
                .find("java.se")
                .orElseThrow()
                .descriptor()
                .requires()) {
            packages.addAll(exported(each));
        }
        return packages.stream().map(each -> "import " + each + ".*;\n").collect(Collectors.joining());
    }

    private static Set<String> exported(Requires required) {
        return ModuleFinder.ofSystem().find(required.name()).map(ModuleReference::descriptor).stream()
                .flatMap(module -> module.exports().stream())
                .filter(each -> !each.isQualified())
                .map(each -> each.source())
                .collect(Collectors.toSet());
    }
}
