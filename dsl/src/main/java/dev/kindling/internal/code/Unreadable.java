package dev.kindling.internal.code;

import dev.kindling.diagnosis.CodeStoreException;
import dev.kindling.diagnosis.Explanation;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file, or one in a folder, that cannot be read now, although the spec was found right. */
final class Unreadable {
    private Unreadable() {}

    static CodeStoreException of(Path file, IOException e) {
        return new CodeStoreException(
                new Explanation(
                        "read " + file + " to bring it to a store",
                        inWords(e),
                        "it was there when the spec was checked: another program writes or removes it, such as a build;"
                                + " or it is in a folder, whose files are not looked at before",
                        "have it readable for this user, and submit it again"),
                e);
    }

    /** Java's own message is often no more than the path. */
    private static String inWords(IOException e) {
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " is not there";
        }
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + " is not for this user to read";
        }
        return e instanceof FileSystemException other && other.getReason() != null
                ? other.getFile() + ": " + other.getReason()
                : String.valueOf(e.getMessage());
    }
}
