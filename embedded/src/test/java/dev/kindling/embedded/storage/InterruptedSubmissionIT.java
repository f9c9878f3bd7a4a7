package dev.kindling.embedded.storage;

import static dev.kindling.embedded.storage.Narrows.ALWAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.kindling.Spark;
import dev.kindling.diagnosis.CodeStoreException;
import dev.kindling.embedded.EmbeddedKubernetes;
import dev.kindling.embedded.EmbeddedS3;
import dev.kindling.run.ApplicationFilter;
import dev.kindling.storage.CodeStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thread that submits is interrupted, as by Ctrl-C at the console's prompt, while its code is brought. */
@Tag("embedded")
class InterruptedSubmissionIT {
    private static final int MEGABYTE = 1 << 20;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void leavesNoReferencesAndStaysInterrupted() throws Exception {
        try (var kubernetes = EmbeddedKubernetes.start();
                var s3 = EmbeddedS3.start().bucket("code");
                var narrows = Narrows.to(s3.endpoint().getPort(), 2 * MEGABYTE, ALWAYS)
                        .holding()) {
            var cluster = kubernetes.cluster().preflight(false);
            var spec = Spark.application("interrupted")
                    .mainClass("x.Main")
                    .jar(jar())
                    .s3(s3.s3().fromHere("http://127.0.0.1:" + narrows.port()))
                    .codeIn(CodeStore.at("s3a://code/interrupted"));
            var thrown = new CompletableFuture<Throwable>();
            var lines = new CopyOnWriteArrayList<String>();
            var isInterrupted = new AtomicBoolean();
            var submission = new Thread(() -> {
                var seen = catchThrowable(() -> spec.submitTo(cluster, lines::add));
                isInterrupted.set(Thread.currentThread().isInterrupted());
                thrown.complete(seen);
            });
            submission.start();
            await().atMost(LIMIT).until(() -> narrows.passed.get() > 4L * MEGABYTE);
            assertThat(RawStore.objects(s3.s3(), "code")).anyMatch(object -> object.contains("/runs/"));

            submission.interrupt();

            assertThat(thrown.get(LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isInstanceOf(CodeStoreException.class)
                    .hasMessageContaining("submit it again");
            assertThat(isInterrupted).isTrue();
            assertThat(lines).last().asString().contains("interrupted; submit it again");
            assertThat(RawStore.objects(s3.s3(), "code")).noneMatch(object -> object.contains("/runs/"));
            assertThat(Spark.applications(cluster).list(ApplicationFilter.all()))
                    .isEmpty();
        }
    }

    private Path jar() throws IOException {
        var bytes = new byte[32 * MEGABYTE];
        new Random(5).nextBytes(bytes);
        return Files.write(folder.resolve("big.jar"), bytes);
    }
}
