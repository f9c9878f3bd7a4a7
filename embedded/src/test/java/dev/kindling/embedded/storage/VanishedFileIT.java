package dev.kindling.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.diagnosis.CodeStoreException;
import dev.kindling.embedded.EmbeddedS3;
import dev.kindling.internal.code.Delivery;
import dev.kindling.internal.code.Reference;
import dev.kindling.internal.code.Shipment;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.Code;
import dev.kindling.internal.plan.Program;
import dev.kindling.storage.CodeStore;
import dev.kindling.target.KubernetesCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A build removes a jar, or writes it anew, between the check of a spec and the upload: not the store's fault. */
@Tag("embedded")
class VanishedFileIT {
    private static final int MEGABYTE = 1 << 20;

    private static EmbeddedS3 s3;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        s3 = EmbeddedS3.start().bucket("code");
    }

    @AfterAll
    static void stop() {
        s3.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20 * MEGABYTE})
    void isNamedAsTheReason(int size) throws IOException {
        var jar = Files.write(folder.resolve("gone.jar"), new byte[size]);
        refused(jar, () -> Files.delete(jar), "could be read when it was looked at first");
    }

    @Test
    void isNamedAsTheReasonIfItHasChanged() throws IOException {
        var jar = Files.write(folder.resolve("changed.jar"), new byte[100]);
        refused(jar, () -> Files.write(jar, new byte[99]), "has changed while it was brought");
    }

    private interface Change {
        void run() throws IOException;
    }

    private static void refused(Path jar, Change change, String seen) throws IOException {
        var plan = ApplicationPlan.named("vanished")
                .program(Program.NONE.mainClass("x.Main").mainFile(jar.toString()))
                .code(Code.NONE.store(CodeStore.at("s3a://code/vanished")));
        try (var shipment = Shipment.of(plan.workload(plan.workload().s3(s3.s3())))) {
            change.run();
            var reference = new Reference("here/default/applications", "run-1", Set.of());
            assertThatThrownBy(() ->
                            new Delivery(shipment, line -> {}).run(reference, s3.s3(), KubernetesCluster.current()))
                    .isInstanceOf(CodeStoreException.class)
                    .hasMessageContaining("Tried to bring " + jar)
                    .hasMessageContaining(seen)
                    .hasMessageContaining("another program writes or removes it");
            assertThat(RawStore.objects(s3.s3(), "code"))
                    .noneMatch(object -> object.endsWith(".jar") && !object.endsWith("kindling-bootstrap.jar"));
        }
    }
}
