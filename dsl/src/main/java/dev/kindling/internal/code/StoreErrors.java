package dev.kindling.internal.code;

import dev.kindling.diagnosis.CodeStoreException;
import dev.kindling.diagnosis.Explanation;
import dev.kindling.internal.code.upload.ChangedFileException;
import dev.kindling.internal.storage.StoreCheck;
import dev.kindling.storage.CodeStore;
import dev.kindling.storage.S3;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a store refuses, in the words of the check that anybody can make of it. */
final class StoreErrors {
    private final CodeStore store;
    private final S3 s3;

    StoreErrors(CodeStore store, S3 s3) {
        this.store = store;
        this.s3 = s3;
    }

    /** What is done with a store. */
    interface Step<T> {
        T run() throws IOException;
    }

    <T> T explained(String tried, Step<T> step) {
        try {
            return step.run();
        } catch (IOException | RuntimeException | LinkageError e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CodeStoreException(interrupted(tried), e);
            }
            changed(e).ifPresent(file -> {
                throw new CodeStoreException(changed(tried, file), e);
            });
            throw StoreCheck.of(s3, store.bucket())
                    .first()
                    .map(finding -> new CodeStoreException(
                            new Explanation(
                                    tried,
                                    finding.what() + " (" + e.getMessage() + ")",
                                    finding.why(),
                                    finding.change().code()),
                            e))
                    .orElseGet(() -> new CodeStoreException(unknown(tried, e), e));
        }
    }

    private static Optional<ChangedFileException> changed(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .filter(ChangedFileException.class::isInstance)
                .map(ChangedFileException.class::cast)
                .findFirst();
    }

    private static Explanation changed(String tried, ChangedFileException file) {
        return new Explanation(
                tried,
                String.valueOf(file.getMessage()),
                "another program writes or removes it, such as a build: a run would get neither the old nor the new",
                "submit it again when that has ended");
    }

    static Explanation interrupted(String tried) {
        return new Explanation(
                tried,
                "it was interrupted",
                "somebody wanted it to end",
                "submit it again: what has arrived is not brought a second time");
    }

    private Explanation unknown(String tried, Throwable e) {
        return new Explanation(
                tried,
                String.valueOf(e.getMessage()),
                "the bucket itself can be listed, written and read now: the connection was cut, or the store was busy",
                "submit it again: what has arrived is not brought a second time");
    }
}
