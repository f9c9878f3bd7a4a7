package dev.kindling.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.embedded.EmbeddedS3;
import dev.kindling.internal.code.ContentStore;
import dev.kindling.internal.code.Reference;
import dev.kindling.internal.code.Survivors;
import dev.kindling.storage.CodeStore;
import dev.kindling.target.KubernetesCluster;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Code of runs that nobody deletes through Kindling: killed between upload and creation, removed by kubectl or in time. */
@Tag("embedded")
class AbandonedCodeIT {
    private static final String HERE = "0123/default/sparkapplications.x";
    private static final String ELSEWHERE = "4567/default/sparkapplications.x";
    private static final String SHARED = "a".repeat(64);
    private static final String ALONE = "b".repeat(64);
    private static final String RESULT = "5e0b4e4c-7f3c-4d5a-9a11-0a0a0a0a0a0a";

    private static EmbeddedS3 s3;

    @BeforeAll
    static void start() {
        s3 = EmbeddedS3.start().bucket("code");
    }

    @AfterAll
    static void stop() {
        s3.close();
    }

    @Test
    void goesWhenARunIsGoneForADayAndStaysWhereThatIsNotKnown() {
        var folder = CodeStore.at("s3a://code/abandoned").keepUnused(Duration.ofHours(1));
        try (var store = ContentStore.open(folder, s3.s3(), KubernetesCluster.current())) {
            write(store, SHARED, "shared.jar");
            write(store, ALONE, "alone.jar");
            store.refer(SHARED, new Reference(HERE, "there", Set.of()));
            store.refer(SHARED, new Reference(ELSEWHERE, "unknown", Set.of()));
            store.refer(ALONE, new Reference(HERE, "gone", Set.of(RESULT)));
            write(store, ContentStore.results(RESULT), "result");
            Survivors one = () -> Optional.of(Set.of("there"));
            var tomorrow = Instant.now().plus(Duration.ofHours(25));

            store.sweep(HERE, one, Instant.now());
            assertThat(isThere(store, ALONE, "alone.jar"))
                    .as("it may be on its way")
                    .isTrue();
            store.sweep(HERE, Optional::empty, tomorrow);
            assertThat(isThere(store, ALONE, "alone.jar")).as("not known").isTrue();

            store.sweep(HERE, one, tomorrow);
            assertThat(isThere(store, ALONE, "runs/" + HERE + "/gone")).isFalse();
            assertThat(isThere(store, ContentStore.results(RESULT), "result")).isFalse();
            assertThat(isThere(store, ALONE, "alone.jar")).as("unused only now").isTrue();

            store.sweep(HERE, one, tomorrow.plus(Duration.ofHours(1)));
            assertThat(RawStore.objects(s3.s3(), "code")).noneMatch(object -> object.contains(ALONE));
            assertThat(isThere(store, SHARED, "shared.jar")).isTrue();
            store.release(Set.of(SHARED), new Reference(HERE, "there", Set.of()), one);
            store.sweep(HERE, () -> Optional.of(Set.of()), tomorrow.plus(Duration.ofHours(2)));
            assertThat(isThere(store, SHARED, "shared.jar"))
                    .as("another cluster's run")
                    .isTrue();
        }
    }

    /** Two submissions of one key: the second was killed before it saw that the run is there. */
    @Test
    void aResultThatAnotherRunNamesStays() {
        var folder = CodeStore.at("s3a://code/keyed").keepUnused(Duration.ofHours(1));
        try (var store = ContentStore.open(folder, s3.s3(), KubernetesCluster.current())) {
            store.refer(SHARED, new Reference(HERE, "there", Set.of(RESULT)));
            store.refer(SHARED, new Reference(HERE, "killed", Set.of(RESULT)));
            write(store, ContentStore.results(RESULT), "result");

            store.sweep(HERE, () -> Optional.of(Set.of("there")), Instant.now().plus(Duration.ofHours(25)));

            assertThat(isThere(store, SHARED, "runs/" + HERE + "/killed")).isFalse();
            assertThat(isThere(store, ContentStore.results(RESULT), "result")).isTrue();
        }
    }

    /** As after Ctrl-C: there is no reference any more, and nothing was released. */
    @Test
    void whatWasBroughtForNoRunGoesAlsoWhereNothingIsKept() {
        var folder = CodeStore.at("s3a://code/unkept").keepUnused(Duration.ZERO);
        try (var store = ContentStore.open(folder, s3.s3(), KubernetesCluster.current())) {
            write(store, ALONE, "alone.jar");
            store.sweep(HERE, () -> Optional.of(Set.of()), Instant.now());
            assertThat(isThere(store, ALONE, "alone.jar")).isTrue();
            store.sweep(HERE, () -> Optional.of(Set.of()), Instant.now().plus(Duration.ofHours(25)));
            assertThat(isThere(store, ALONE, "alone.jar")).isFalse();
        }
    }

    private static void write(ContentStore store, String folder, String name) {
        store.write(folder + "/" + name, name.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isThere(ContentStore store, String folder, String name) {
        return store.read(folder + "/" + name).isPresent();
    }
}
