package dev.kindling.embedded.storage;

import static dev.kindling.embedded.storage.Narrows.ALWAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.kindling.diagnosis.CodeStoreException;
import dev.kindling.embedded.EmbeddedS3;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connection to the store is cut while half a jar has arrived. */
@Tag("embedded")
class CutOffUploadIT {
    private static final int MEGABYTE = 1 << 20;

    /** Two parts of one size: which of them arrives first says nothing. */
    private static final int SIZE = 32 * MEGABYTE;

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static EmbeddedS3 s3;
    private static Path jar;

    @BeforeAll
    static void start() throws IOException {
        s3 = EmbeddedS3.start().bucket("code");
        var bytes = new byte[SIZE];
        new Random(7).nextBytes(bytes);
        jar = Files.write(folder.resolve("big.jar"), bytes);
    }

    @AfterAll
    static void stop() {
        s3.close();
    }

    @Test
    void itIsTriedAgain() throws IOException {
        try (var narrows = Narrows.to(s3.endpoint().getPort(), 4 * MEGABYTE, 2)) {
            deliver("twice", narrows);
            assertThat(narrows.cuts).hasValue(0);
        }
        assertThat(sizes("twice")).containsOnlyOnce((long) SIZE);
    }

    @Test
    void aConnectionThatNeverHoldsIsReportedAndNoHalfObjectIsThere() throws IOException {
        try (var narrows = Narrows.to(s3.endpoint().getPort(), 4 * MEGABYTE, ALWAYS)) {
            assertThatThrownBy(() -> deliver("never", narrows))
                    .isInstanceOf(CodeStoreException.class)
                    .hasMessageContaining("big.jar")
                    .hasMessageContaining("submit it again");
            assertThat(sizes("never")).allMatch(size -> size < MEGABYTE);
            narrows.cuts.set(0);
            deliver("never", narrows);
        }
        assertThat(sizes("never")).containsOnlyOnce((long) SIZE);
    }

    @Test
    void whatAKilledJvmHasBroughtIsNotBroughtAgain() throws Exception {
        try (var narrows = heldAfterOnePart();
                var killed = start(narrows, "killed")) {
            await().atMost(LIMIT).until(() -> UploadingJvm.partsNoted(folder) == 1);
            killed.process.destroyForcibly();
            assertThat(killed.end(10)).doesNotContain("done");
        }
        assertThat(sizes("killed")).allMatch(size -> size < MEGABYTE);
        try (var wide = Narrows.wide(s3.endpoint().getPort());
                var next = start(wide, "killed")) {
            assertThat(next.end(LIMIT.toSeconds())).contains("code: big.jar goes on at 16 of 33 MB", "done");
            assertThat(wide.passed.get()).isBetween(16L * MEGABYTE, 17L * MEGABYTE);
        }
        assertThat(sizes("killed")).containsOnlyOnce((long) SIZE);
    }

    /** Of the run that is not made nothing stays, but for what the next one need not bring. */
    @Test
    void aJvmThatIsToldToEndTakesItsReferencesBackAndCanBeFollowed() throws Exception {
        try (var narrows = heldAfterOnePart();
                var ended = start(narrows, "ended")) {
            await().atMost(LIMIT).until(() -> UploadingJvm.partsNoted(folder) == 1);
            assertThat(references("ended")).isNotEmpty();
            ended.process.destroy();
            assertThat(ended.end(10))
                    .contains("code: interrupted; submit it again, and what has arrived is not brought a second time")
                    .doesNotContain("done", "\tat ");
        }
        assertThat(references("ended")).isEmpty();
        try (var wide = Narrows.wide(s3.endpoint().getPort());
                var next = start(wide, "ended")) {
            assertThat(next.end(LIMIT.toSeconds())).contains("code: big.jar goes on at 16 of 33 MB", "done");
        }
        assertThat(references("ended")).isNotEmpty();
        assertThat(sizes("ended")).containsOnlyOnce((long) SIZE);
    }

    @Test
    void ofTwoJvmsOneBringsItAndTheOtherWaits() throws Exception {
        try (var narrows = heldAfterOnePart();
                var first = start(narrows, "both")) {
            await().atMost(LIMIT).until(() -> UploadingJvm.partsNoted(folder) == 1);
            try (var second = start(narrows, "both")) {
                await().atMost(LIMIT).until(() -> second.hasPrinted("big.jar is brought by another process"));
                narrows.release();
                assertThat(first.end(LIMIT.toSeconds())).contains("big.jar brought, 33 MB", "done");
                assertThat(second.end(LIMIT.toSeconds())).contains("big.jar was there", "done");
            }
            assertThat(narrows.passed.get()).isLessThan(34L * MEGABYTE);
        }
        assertThat(sizes("both")).containsOnlyOnce((long) SIZE);
    }

    @Test
    void ofTwoThreadsOneBringsIt() throws Exception {
        try (var wide = Narrows.wide(s3.endpoint().getPort())) {
            var pool = Executors.newFixedThreadPool(2);
            var both = pool.invokeAll(List.of(deliveryOf("threads", wide), deliveryOf("threads", wide)));
            pool.shutdown();
            for (var one : both) {
                one.get();
            }
            assertThat(wide.passed.get()).isLessThan(34L * MEGABYTE);
        }
        assertThat(sizes("threads")).containsOnlyOnce((long) SIZE);
    }

    /** The one interrupted leaves no thread, and the store is not told to forget what has arrived. */
    @Test
    void anInterruptedSubmissionEndsSoonAndCanBeMadeAgain() throws Exception {
        try (var narrows = heldAfterOnePart()) {
            var thrown = new CompletableFuture<Throwable>();
            var lines = new CopyOnWriteArrayList<String>();
            var submission = new Thread(() -> thrown.complete(catchThrowable(() -> deliver("ctrl-c", narrows))));
            submission.start();
            await().atMost(LIMIT).until(() -> narrows.passed.get() > 17L * MEGABYTE);
            var interrupted = Instant.now();
            submission.interrupt();
            assertThat(thrown.get(LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isInstanceOf(CodeStoreException.class)
                    .hasMessageContaining("interrupted")
                    .hasMessageContaining("submit it again");
            assertThat(Duration.between(interrupted, Instant.now())).isLessThan(Duration.ofSeconds(10));
            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().startsWith("kindling-upload"));
            narrows.release();
            UploadingJvm.deliver(s3.s3(), "s3a://code/ctrl-c", jar, lines::add);
        }
        assertThat(sizes("ctrl-c")).containsOnlyOnce((long) SIZE);
    }

    private static Narrows heldAfterOnePart() throws IOException {
        return Narrows.to(s3.endpoint().getPort(), 2 * MEGABYTE, ALWAYS)
                .sparing(1, 17 * MEGABYTE)
                .holding();
    }

    private static UploadingJvm start(Narrows way, String name) throws IOException {
        return UploadingJvm.start(s3.s3(), way.port(), "s3a://code/" + name, jar, folder);
    }

    private static Callable<Boolean> deliveryOf(String name, Narrows way) {
        return () -> {
            deliver(name, way);
            return true;
        };
    }

    private static void deliver(String name, Narrows way) {
        var store = s3.s3().fromHere("http://127.0.0.1:" + way.port());
        UploadingJvm.deliver(store, "s3a://code/" + name, jar, step -> {});
    }

    private static List<String> references(String name) {
        return RawStore.objects(s3.s3(), "code").stream()
                .filter(object -> object.startsWith(name + "/") && object.contains("/runs/"))
                .toList();
    }

    private static List<Long> sizes(String name) throws IOException {
        var settings = new Configuration();
        s3.s3().hadoopPropertiesFromHere().forEach(settings::set);
        var found = new ArrayList<Long>();
        try (var files = FileSystem.newInstance(URI.create("s3a://code/"), settings)) {
            for (var all = files.listFiles(new org.apache.hadoop.fs.Path("s3a://code/" + name), true);
                    all.hasNext(); ) {
                found.add(all.next().getLen());
            }
        }
        return found;
    }
}
