package dev.kindling.internal.code;

import dev.kindling.diagnosis.CodeStoreException;
import dev.kindling.diagnosis.Explanation;
import dev.kindling.internal.storage.StoreCheck;
import dev.kindling.storage.CodeStore;
import dev.kindling.storage.S3;
import java.io.IOException;

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
