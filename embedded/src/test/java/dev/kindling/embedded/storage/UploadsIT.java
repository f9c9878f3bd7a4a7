package dev.kindling.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kindling.embedded.EmbeddedS3;
import dev.kindling.internal.code.upload.ByteProgress;
import dev.kindling.internal.code.upload.FileParts;
import dev.kindling.internal.code.upload.PartSums;
import dev.kindling.internal.code.upload.Uploads;
import dev.kindling.storage.S3;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Uploads by parts, cut off where it is worst, through S3A to a server of this JVM. */
@Tag("embedded")
class UploadsIT {
    private static final int PART = 5 << 20;
    private static final int SIZE = 4 * PART - 1000;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static EmbeddedS3 s3;
    private static FileSystem direct;

    @TempDir
    java.nio.file.Path folder;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private Path target;
    private java.nio.file.Path file;

    @BeforeAll
    static void start() throws IOException {
        s3 = EmbeddedS3.start().bucket("code");
        direct = files(s3.endpoint().getPort());
    }

    @AfterAll
    static void stop() throws IOException {
        direct.close();
        s3.close();
    }

    @BeforeEach
    void write(TestInfo test) throws IOException {
        target = new Path("s3a://code/" + test.getTestMethod().orElseThrow().getName() + "/a b/big.jar");
        var bytes = new byte[SIZE];
        new Random(7).nextBytes(bytes);
        file = Files.write(folder.resolve("big.jar"), bytes);
    }

    @AfterEach
    void nothingUnderwayIsLeft() throws Exception {
        assertThat(notes()).isEmpty();
        try (var uploader = direct.createMultipartUploader(target.getParent()).build()) {
            assertThat(uploader.abortUploadsUnderPath(target.getParent()).get()).isZero();
        }
    }

    @Test
    void onlyWhatIsMissingIsSentAgain() throws IOException {
        cutOffAfterThreeParts();
        assertThat(direct.exists(target)).isFalse();
        try (var way = Narrows.wide(s3.endpoint().getPort());
                var files = files(way.port())) {
            assertThat(bring(files, parts())).isTrue();
            assertThat(way.passed.get()).isBetween(PART - 1000L, PART + 100_000L);
            assertThat(told()).containsExactly("big.jar goes on at 15 of 20 MB");
            assertThat(bring(files, parts())).isFalse();
        }
        assertThat(content()).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void anUploadThatTheStoreHasGivenUpBeginsAnew() throws Exception {
        cutOffAfterThreeParts();
        try (var uploader = direct.createMultipartUploader(target.getParent()).build()) {
            assertThat(uploader.abortUploadsUnderPath(target.getParent()).get()).isOne();
        }
        assertThat(bring(direct, parts())).isTrue();
        assertThat(told())
                .containsExactly(
                        "big.jar goes on at 15 of 20 MB",
                        "big.jar begins anew: the store has given up what had arrived");
        assertThat(content()).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void notesThatCannotBeReadAreNoHindrance() throws Exception {
        cutOffAfterThreeParts();
        Files.writeString(notes().get(0), "upload=%%%\npart.1=?");
        assertThat(bring(direct, parts())).isTrue();
        assertThat(told()).isEmpty();
        try (var uploader = direct.createMultipartUploader(target.getParent()).build()) {
            assertThat(uploader.abortUploadsUnderPath(target.getParent()).get()).isOne();
        }
    }

    @Test
    void aFileThatIsGoneSinceItsHashWasTakenIsNamedAndWhatHasArrivedGoes() throws IOException {
        var parts = parts();
        Files.write(file, new byte[100]);
        var small = parts();
        Files.delete(file);
        for (var gone : List.of(parts, small)) {
            assertThatThrownBy(() -> bring(direct, gone)).hasMessageContainingAll("big.jar", "could be read when");
        }
        assertThat(direct.exists(target)).isFalse();
        try (var uploader = direct.createMultipartUploader(target.getParent()).build()) {
            assertThat(uploader.abortUploadsUnderPath(target.getParent()).join())
                    .isZero();
        }
    }

    @Test
    void aFileThatHasChangedSinceItsHashWasTakenIsRefusedAndWhatHasArrivedGoes() throws IOException {
        var parts = parts();
        var bytes = Files.readAllBytes(file);
        bytes[3 * PART + 7]++;
        Files.write(file, bytes);
        assertThatThrownBy(() -> bring(direct, parts)).hasMessageContaining("big.jar has changed");
        assertThat(direct.exists(target)).isFalse();
        Files.write(file, new byte[100]);
        var small = parts();
        Files.write(file, new byte[99]);
        assertThatThrownBy(() -> bring(direct, small)).hasMessageContaining("big.jar has changed");
        assertThat(direct.exists(target)).isFalse();
    }

    @Test
    void anEmptyFileIsBrought() throws IOException {
        Files.write(file, new byte[0]);
        assertThat(bring(direct, parts())).isTrue();
        assertThat(content()).isEmpty();
        assertThat(bring(direct, parts())).isFalse();
    }

    @Test
    void anInterruptEndsItAndItGoesOnLater() throws Exception {
        try (var way = Narrows.to(s3.endpoint().getPort(), PART / 2, Narrows.ALWAYS)
                        .sparing(3, PART + 100_000)
                        .holding();
                var files = files(way.port())) {
            var pool = Executors.newSingleThreadExecutor();
            var upload = pool.submit(() -> bring(files, parts()));
            await().atMost(LIMIT).until(() -> partsNoted() == 3);
            var interrupted = Instant.now();
            pool.shutdownNow();
            assertThatThrownBy(() -> upload.get(LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(InterruptedIOException.class);
            assertThat(Duration.between(interrupted, Instant.now())).isLessThan(Duration.ofSeconds(8));
            assertThat(pool.awaitTermination(1, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(bring(direct, parts())).isTrue();
        assertThat(lines).contains("big.jar goes on at 15 of 20 MB");
        assertThat(content()).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void whatNobodyGoesOnWithIsGivenUpWhenItIsOldEnough() throws IOException {
        cutOffAfterThreeParts();
        var noted = notes().get(0);
        uploads(direct).abandonUnfinished(Instant.now().minusSeconds(3600));
        assertThat(noted).exists();
        Files.setLastModifiedTime(noted, FileTime.from(Instant.now().minusSeconds(7200)));
        new Uploads(direct, new Path("s3a://code/elsewhere"), "store", folder.resolve("notes"))
                .abandonUnfinished(Instant.now().minusSeconds(3600));
        assertThat(noted).exists();
        uploads(direct).abandonUnfinished(Instant.now().minusSeconds(3600));
        assertThat(noted).doesNotExist();
    }

    private void cutOffAfterThreeParts() throws IOException {
        try (var way = Narrows.to(s3.endpoint().getPort(), PART / 2, Narrows.ALWAYS)
                        .sparing(3, PART + 100_000);
                var files = files(way.port())) {
            assertThatThrownBy(() -> bring(files, parts())).isInstanceOf(IOException.class);
        }
        assertThat(partsNoted()).isEqualTo(3);
        lines.clear();
    }

    private boolean bring(FileSystem files, FileParts parts) throws IOException {
        return uploads(files).bring(parts, target, new ByteProgress("big.jar", parts.size(), lines::add));
    }

    private Uploads uploads(FileSystem files) {
        return new Uploads(files, target.getParent().getParent(), "store", folder.resolve("notes"));
    }

    private FileParts parts() throws IOException {
        try (var sums = new PartSums(PART)) {
            Files.copy(file, sums);
            return sums.of(file);
        }
    }

    private byte[] content() throws IOException {
        try (var in = direct.open(target)) {
            return in.readAllBytes();
        }
    }

    private List<java.nio.file.Path> notes() throws IOException {
        var notes = folder.resolve("notes");
        if (!Files.exists(notes)) {
            return List.of();
        }
        try (var all = Files.list(notes)) {
            return all.toList();
        }
    }

    private long partsNoted() throws IOException {
        var noted = 0L;
        for (var note : notes()) {
            noted += note.toString().endsWith(".upload")
                    ? Files.readAllLines(note).stream()
                            .filter(line -> line.startsWith("part."))
                            .count()
                    : 0;
        }
        return noted;
    }

    private static FileSystem files(int port) throws IOException {
        var settings = new Configuration();
        S3.minio("http://127.0.0.1:" + port)
                .credentials(s3.s3().credentials())
                .hadoopPropertiesFromHere()
                .forEach(settings::set);
        settings.set("fs.s3a.attempts.maximum", "2");
        settings.set("fs.s3a.retry.limit", "0");
        return FileSystem.newInstance(URI.create("s3a://code/"), settings);
    }

    /** But for how far it is, which a slow machine tells, too. */
    private List<String> told() {
        return lines.stream()
                .filter(line -> !line.matches("big\\.jar \\d+ of 20 MB"))
                .toList();
    }
}
