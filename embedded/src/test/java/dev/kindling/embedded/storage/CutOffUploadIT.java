package dev.kindling.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.diagnosis.CodeStoreException;
import dev.kindling.embedded.EmbeddedS3;
import dev.kindling.internal.code.Delivery;
import dev.kindling.internal.code.Shipment;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.Code;
import dev.kindling.internal.plan.Program;
import dev.kindling.storage.CodeStore;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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
    private static final int ALWAYS = Integer.MAX_VALUE;

    @TempDir
    static Path folder;

    private static EmbeddedS3 s3;
    private static Path jar;

    @BeforeAll
    static void start() throws IOException {
        s3 = EmbeddedS3.start().bucket("code");
        var bytes = new byte[24 * MEGABYTE];
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
        assertThat(sizes("twice")).containsOnlyOnce((long) 24 * MEGABYTE);
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
        assertThat(sizes("never")).containsOnlyOnce((long) 24 * MEGABYTE);
    }

    private static void deliver(String name, Narrows way) {
        var store =
                S3.minio("http://127.0.0.1:" + way.port()).credentials(s3.s3().credentials());
        var plan = ApplicationPlan.named(name)
                .program(Program.NONE.mainClass("x.Main").mainFile(jar.toString()))
                .code(new Code(Optional.of(CodeStore.at("s3a://code/" + name)), List.of()));
        try (var shipment = Shipment.of(plan.workload(plan.workload().s3(store)))) {
            new Delivery(shipment, step -> {}).run("run-1", store, KubernetesCluster.current());
        }
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
