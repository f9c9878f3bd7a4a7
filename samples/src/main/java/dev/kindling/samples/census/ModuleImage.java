package dev.kindling.samples.census;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The class files of the JDK that runs this code, as its module image holds them ({@code jrt:/modules/MODULE/PACKAGE}). */
final class ModuleImage {
    private static final String MODULES = "/modules";

    private ModuleImage() {}

    /** Every folder that holds class files, such as {@code java.base/java/lang}. */
    static List<String> folders() {
        var modules = modules();
        try (var files = Files.walk(modules)) {
            return files.filter(Files::isDirectory)
                    .filter(ModuleImage::holdsClasses)
                    .map(folder -> modules.relativize(folder).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the JDK's module image (jrt:" + MODULES + ")", e);
        }
    }

    /** Reads every class file that lies directly in one of {@link #folders()}. */
    static PackageCount count(String folder) {
        var nothing = new PackageCount(packageOf(folder), 0, 0, 0);
        try (var files = classFiles(modules().resolve(folder))) {
            return files.map(file -> countClass(nothing.name(), file)).reduce(nothing, PackageCount::plus);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list jrt:" + MODULES + "/" + folder, e);
        }
    }

    /** {@code java.base/java/lang} is {@code java.lang}; what lies in a module's root is its descriptor. */
    static String packageOf(String folder) {
        var module = folder.indexOf('/');
        return module < 0
                ? "(module descriptors)"
                : folder.substring(module + 1).replace('/', '.');
    }

    private static PackageCount countClass(String name, Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            return new PackageCount(name, 1, bytes.length, MethodCounter.methodsOf(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read jrt:" + file, e);
        }
    }

    private static boolean holdsClasses(Path folder) {
        try (var files = classFiles(folder)) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list jrt:" + folder, e);
        }
    }

    private static Stream<Path> classFiles(Path folder) throws IOException {
        return Files.list(folder).filter(file -> file.toString().endsWith(".class"));
    }

    private static Path modules() {
        return FileSystems.getFileSystem(URI.create("jrt:/")).getPath(MODULES);
    }
}
