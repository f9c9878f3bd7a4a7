package dev.kindling.internal.task;

import dev.kindling.diagnosis.CodeStoreException;
import dev.kindling.diagnosis.Explanation;
import dev.kindling.diagnosis.TaskFailedException;
import dev.kindling.internal.code.ContentStore;
import dev.kindling.internal.plan.Code;
import dev.kindling.run.Outcome;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.run.TaskRun;
import dev.kindling.storage.CodeStore;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A function's run: its outcome is the application's, what came of it is in the store. */
record LiveTask<T>(
        SubmittedApplication application,
        ResultFormat<T> format,
        Code code,
        S3 s3,
        String results,
        KubernetesCluster cluster)
        implements TaskRun<T> {

    @Override
    public T result(Duration limit) {
        var outcome = application.await(limit);
        if (outcome instanceof Outcome.Succeeded) {
            return decoded(read(TaskDriver.RESULT).orElseThrow(() -> lost("there is none", null)));
        }
        if (outcome instanceof Outcome.Failed) {
            read(TaskDriver.THROWN).map(this::thrown).ifPresent(failure -> {
                throw failure;
            });
        }
        application.awaitSuccess(limit); // Says what else went wrong.
        throw lost("the application's outcome has changed from " + outcome, null);
    }

    private CodeStore store() {
        return code.store().orElseThrow();
    }

    private Optional<byte[]> read(String name) {
        try (var files = ContentStore.open(store(), s3, cluster)) {
            return files.read(results + "/" + name);
        }
    }

    private T decoded(byte[] bytes) {
        try {
            return format.read(bytes, ResultFilter.of(code));
        } catch (IOException | RuntimeException e) {
            throw lost(String.valueOf(e.getMessage()), e);
        }
    }

    private TaskFailedException thrown(byte[] json) {
        try {
            return new TaskFailedException(
                    "run the task of application \"" + application.name() + "\"",
                    Thrown.read(json).toRemote());
        } catch (IOException e) {
            throw lost(String.valueOf(e.getMessage()), e);
        }
    }

    private CodeStoreException lost(String seen, @Nullable Throwable cause) {
        return new CodeStoreException(
                new Explanation(
                        "fetch the result of application \"" + application.name() + "\"",
                        seen,
                        "it lies in " + store() + "/" + results
                                + " until the run is deleted, and is read only if nothing in it"
                                + " is of a class that was not shipped",
                        ".submitTo(cluster) again; for other classes .json(..) or .encoder(..) after .task(..)"),
                cause);
    }
}
