package dev.kindling.shell.console.command;

import dev.kindling.shell.console.engine.Startup;
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
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What {@code /open} and {@code /set start} read: a file, an address, or one of the names that jshell knows. */
final class SourceFiles {
    private static final String JSHELLS = "/modules/jdk.jshell/jdk/jshell/tool/resources/";
    private static final Set<String> OF_THIS_JDK = Set.of("PRINTING", "TOOLING");

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
            return Optional.of(imports(javaSe()));
        }
        // Not this JDK's: from Java 25 on it imports a module, which the executors' Java does not know.
        if (name.equals("DEFAULT")) {
            return Optional.of(imports(Startup.jshellImports()));
        }
        var path = FileSystems.getFileSystem(URI.create("jrt:/")).getPath(JSHELLS + name + ".jsh");
        return OF_THIS_JDK.contains(name) && Files.exists(path)
                ? Optional.of(Files.readString(path))
                : Optional.empty();
    }

    private static String imports(Collection<String> packages) {
        return packages.stream().map(each -> "import " + each + ";\n").collect(Collectors.joining());
    }

    /** All packages of Java SE. */
    private static Set<String> javaSe() {
        var packages = new TreeSet<String>();
        for (var each : ModuleFinder.ofSystem()
                .find("java.se")
                .orElseThrow()
                .descriptor()
                .requires()) {
            packages.addAll(exported(each));
        }
        return packages;
    }

    private static Set<String> exported(Requires required) {
        return ModuleFinder.ofSystem().find(required.name()).map(ModuleReference::descriptor).stream()
                .flatMap(module -> module.exports().stream())
                .filter(each -> !each.isQualified())
                .map(each -> each.source() + ".*")
                .collect(Collectors.toSet());
    }
}
