package dev.kindling.internal.code;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder of classes as a jar whose bytes are those of any other jar of the same files: names in order, no times. */
public final class FolderJar {

    /** The earliest that a zip can say. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final Comparator<String> ORDER = Comparator.comparing(
                    (String name) -> !JarFile.MANIFEST_NAME.startsWith(name)) // where readers look for it
            .thenComparing(Comparator.naturalOrder());

    private FolderJar() {}

    /** Writes the jar, in place of what is there. */
    public static void pack(Path folder, Path jar) {
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (String name : names(folder)) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                if (!entry.isDirectory()) {
                    copy(folder.resolve(name), zip);
                }
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the classes in " + folder + " cannot be packed as " + jar, e);
        }
    }

    private static void copy(Path file, OutputStream zip) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) { // To read it may never end.
            throw new FileSystemException(file.toString(), null, "neither a file nor a folder, but a pipe or a device");
        }
        Files.copy(file, zip);
    }

    /** Folders are entries too: who looks for classes of a package asks for them. */
    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder))
                    .map(path -> name(folder, path))
                    .sorted(ORDER)
                    .toList();
        }
    }

    private static String name(Path folder, Path path) {
        String name =
                folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
        return Files.isDirectory(path) ? name + "/" : name;
    }
}
