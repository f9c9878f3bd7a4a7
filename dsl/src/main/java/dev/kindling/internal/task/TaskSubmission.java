package dev.kindling.internal.task;

import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.diagnosis.Problem;
import dev.kindling.internal.application.ApplicationSubmission;
import dev.kindling.internal.code.CodeLocation;
import dev.kindling.internal.code.ContentStore;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.run.TaskRun;
import dev.kindling.target.KubernetesCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Makes a function an application's program. */
public final class TaskSubmission {
    private static final String PARCEL = "task.ser";

    private static final String CODE_IN = ".codeIn(CodeStore.at(\"s3a://lake/code\"))";
    private static final String S3_AT =
            ".s3(S3.minio(\"http://minio.storage.svc:9000\").credentials(S3Credentials.secret(\"minio\")))";

    private TaskSubmission() {}

    public static <T> TaskRun<T> submit(
            ApplicationPlan plan, Parcel<T> parcel, KubernetesCluster cluster, Consumer<String> progress) {
        var store = plan.code().store().orElseThrow(() -> noStore(plan, ".codeIn(..)", CODE_IN));
        var s3 = plan.workload().s3().orElseThrow(() -> noStore(plan, ".s3(..)", S3_AT));
        var results = ContentStore.results(id(plan).toString());
        var folder = scratch();
        try {
            var file = Files.write(folder.resolve(PARCEL), parcel.toBytes());
            var whole = whole(plan, file, store.folder() + "/" + results);
            var application = ApplicationSubmission.submit(whole, cluster, progress);
            return new LiveTask<>(
                    application,
                    parcel.format(),
                    whole.code(),
                    s3,
                    results,
                    cluster.namespace(application.namespace()));
        } catch (IOException e) {
            throw new UncheckedIOException("the function cannot be written to " + folder, e);
        } finally {
            folder.resolve(PARCEL).toFile().delete();
            folder.toFile().delete();
        }
    }

    private static ApplicationPlan whole(ApplicationPlan plan, Path parcel, String results) {
        var program = plan.program()
                .mainClass(TaskDriver.class.getName())
                .mainFile(CodeLocation.of(TaskDriver.class).toString())
                .arguments(List.of(PARCEL, results));
        var workload = plan.workload().file(parcel.toString());
        return plan.program(program).workload(workload).code(plan.code().withClassPath());
    }

    /** The same for the same key: it is the same run then. */
    private static UUID id(ApplicationPlan plan) {
        return plan.lifecycle()
                .idempotencyKey()
                .map(key ->
                        UUID.nameUUIDFromBytes((plan.workload().name() + "/" + key).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(UUID::randomUUID);
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("kindling-task-");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder can be made for the function", e);
        }
    }

    private static InvalidSpecException noStore(ApplicationPlan plan, String missing, String line) {
        return new InvalidSpecException(
                plan.workload().name(),
                List.of(new Problem(
                        missing, "", "is missing: a task's code and its result go through an object store", line)));
    }
}
