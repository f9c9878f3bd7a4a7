package dev.kindling.internal.code.upload;

import java.io.IOException;
import java.nio.file.Path;

/** The store would have something else under a content's hash than that content. */
public final class ChangedFileException extends IOException {
    private static final long serialVersionUID = 1L;

    ChangedFileException(Path file) {
        super(file + " has changed while it was brought");
    }

    /** It is not there any more, or not for this user to read. */
    ChangedFileException(IOException e) {
        super(e.getMessage() + ", and could be read when it was looked at first", e);
    }
}
