package dev.kindling.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads to a real MinIO whose JVM is killed. */
@Tag("cluster")
class MinioUploadClusterIT {
    private static final int MEGABYTE = 1 << 20;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static Minio minio;

    @BeforeAll
    static void find() {
        minio = Minio.with("kindling-up-" + UUID.randomUUID().toString().substring(0, 8));
    }

    @AfterAll
    static void remove() {
        if (minio != null) {
            minio.empty();
            minio.close();
        }
    }

    @Test
    void whatAKilledJvmHasBroughtIsNotBroughtAgain() throws Exception {
        var bytes = new byte[40 * MEGABYTE];
        new Random().nextBytes(bytes);
        var jar = Files.write(folder.resolve("big.jar"), bytes);
        var store = minio.store.credentials(minio.keys);
        var code = "s3a://" + minio.bucket + "/code";
        try (var narrows = narrows(2 * MEGABYTE, Narrows.ALWAYS)
                        .sparing(2, 17 * MEGABYTE)
                        .holding();
                var killed = UploadingJvm.start(store, narrows.port(), code, jar, folder)) {
            await().atMost(LIMIT).until(() -> UploadingJvm.partsNoted(folder) == 2);
            killed.process.destroyForcibly();
            assertThat(killed.end(10)).doesNotContain("done");
        }
        assertThat(minio.sizes()).allMatch(size -> size < MEGABYTE);
        assertThat(minio.unfinished("big.jar")).isOne();
        try (var wide = narrows(Long.MAX_VALUE, 0);
                var next = UploadingJvm.start(store, wide.port(), code, jar, folder)) {
            assertThat(next.end(LIMIT.toSeconds())).contains("code: big.jar goes on at ", "done");
            assertThat(wide.passed.get()).isBetween(8L * MEGABYTE, 17L * MEGABYTE);
        }
        assertThat(minio.sizes()).containsOnlyOnce(40L * MEGABYTE);
        assertThat(minio.unfinished("big.jar")).isZero();
    }

    private static Narrows narrows(long limit, int cuts) throws IOException {
        var there = minio.store.endpointFromHere().orElseThrow();
        return Narrows.to(there.getHost(), there.getPort(), limit, cuts);
    }
}
