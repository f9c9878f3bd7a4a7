package dev.kindling.shell.console.prompt;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files and folders, where a text names one: on this machine, or where Spark reads from ({@code s3a://}). */
final class FilePaths {
    private static final int MOST = 500;
    private static final Pattern REMOTE = Pattern.compile("[a-z][a-z0-9]*://.*");
    private static final Pattern LOCAL = Pattern.compile("(?:/|\\./|\\.\\./|~/).*");
    /** Whose texts are paths also when they do not look like one. */
    private static final Pattern CALL =
            Pattern.compile("\\b(?:csv|json|parquet|orc|text|textFile|wholeTextFiles|binaryFiles"
                    + "|load|save|addJar|addFile|Path\\.of|Paths\\.get|File|FileReader|path)\\s*\\(\\s*$");

    private final RemoteFolders remote;

    FilePaths(RemoteFolders remote) {
        this.remote = remote;
    }

    /** What the text may be in whole, if it names a file; folders end with a slash. */
    Optional<List<String>> at(OpenText text) {
        var begun = text.begun();
        if (REMOTE.matcher(begun).matches()) {
            return Optional.of(matching(begun, remote.list(folder(begun))));
        }
        return LOCAL.matcher(begun).matches() || CALL.matcher(text.before()).find()
                ? Optional.of(onThisMachine(begun))
                : Optional.empty();
    }

    /** What a path may be in whole. */
    List<String> onThisMachine(String begun) {
        return matching(begun, local(folder(begun)));
    }

    private static List<String> matching(String begun, List<String> names) {
        var folder = folder(begun);
        var name = begun.substring(folder.length());
        return names.stream()
                .filter(each -> each.startsWith(name) && (!each.startsWith(".") || name.startsWith(".")))
                .sorted()
                .map(each -> folder + each)
                .toList();
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static List<String> local(String folder) {
        var names = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(path(folder))) {
            for (var each : files) {
                names.add(each.getFileName() + (Files.isDirectory(each) ? "/" : ""));
                if (names.size() == MOST) {
                    break;
                }
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException e) {
            return List.of(); // what cannot be read has nothing to offer
        }
        return names;
    }

    private static Path path(String folder) {
        return folder.startsWith("~/")
                ? Path.of(System.getProperty("user.home"), folder.substring(2))
                : Path.of(folder.isEmpty() ? "." : folder);
    }
}
