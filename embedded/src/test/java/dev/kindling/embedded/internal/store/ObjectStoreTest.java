package dev.kindling.embedded.internal.store;

import static dev.kindling.embedded.internal.store.Objects.configMap;
import static dev.kindling.embedded.internal.store.Objects.json;
import static dev.kindling.embedded.internal.store.Objects.pod;
import static dev.kindling.embedded.internal.store.ResourceTypes.CONFIG_MAPS;
import static dev.kindling.embedded.internal.store.ResourceTypes.PODS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.DeleteOptions.Propagation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectStoreTest {
    private final ObjectStore store = new ObjectStore(Admission.NONE);

    @Test
    void whatTheServerWritesIsWrittenOnce() {
        ObjectNode created = store.create(CONFIG_MAPS, configMap("a"));
        assertThat(Meta.uid(created)).hasSize(36);
        assertThat(created.path("kind").asText()).isEqualTo("ConfigMap");
        assertThat(created.at("/metadata/creationTimestamp").asText()).endsWith("Z");
        ObjectNode changed = store.update(CONFIG_MAPS, "default", "a", object -> {
            Meta.of(object).put("creationTimestamp", "2001-01-01T00:00:00Z");
            return object.put("x", 1);
        });
        assertThat(changed.at("/metadata/creationTimestamp")).isEqualTo(created.at("/metadata/creationTimestamp"));
        assertThat(changed.at("/metadata/generation").asInt()).isEqualTo(2);
        assertThat(Meta.resourceVersion(changed)).isGreaterThan(Meta.resourceVersion(created));
    }

    @Test
    void aGeneratedNameIsNewEachTime() {
        String object = "{'metadata':{'namespace':'default','generateName':'run-'}}";
        String first = Meta.name(store.create(CONFIG_MAPS, json(object)));
        String second = Meta.name(store.create(CONFIG_MAPS, json(object)));
        assertThat(first).startsWith("run-").hasSize(9).isNotEqualTo(second);
    }

    @Test
    void aNameIsTakenOnce() {
        store.create(CONFIG_MAPS, configMap("a"));
        assertThatThrownBy(() -> store.create(CONFIG_MAPS, configMap("a")))
                .hasMessage("configmaps \"a\" already exists");
    }

    @Test
    void aStaleWriterIsRefused() {
        ObjectNode stale = store.create(CONFIG_MAPS, configMap("a"));
        store.update(CONFIG_MAPS, "default", "a", object -> object.put("x", 1));
        assertThatThrownBy(() -> store.update(CONFIG_MAPS, "default", "a", object -> stale.deepCopy()))
                .isInstanceOfSatisfying(
                        StatusException.class, e -> assertThat(e.code()).isEqualTo(409))
                .hasMessageContaining("the object has been modified");
    }

    @Test
    void aChangeThatChangesNothingIsNone() {
        long version = Meta.resourceVersion(store.create(CONFIG_MAPS, configMap("a")));
        store.update(CONFIG_MAPS, "default", "a", object -> object);
        assertThat(store.resourceVersion()).isEqualTo(version);
    }

    @Test
    void aDryRunLeavesNothing() {
        assertThat(Meta.uid(store.create(CONFIG_MAPS, configMap("a"), true))).isNotEmpty();
        assertThat(store.get(CONFIG_MAPS, "default", "a")).isEmpty();
    }

    @Test
    void finalizersHoldAnObjectUntilTheLastIsRemoved() {
        store.create(CONFIG_MAPS, json("{'metadata':{'namespace':'default','name':'a','finalizers':['x/y']}}"));
        ObjectNode marked = store.delete(CONFIG_MAPS, "default", "a", DeleteOptions.DEFAULT);
        assertThat(Meta.isTerminating(marked)).isTrue();
        store.update(CONFIG_MAPS, "default", "a", object -> {
            Meta.of(object).remove("finalizers");
            return object;
        });
        assertThat(store.get(CONFIG_MAPS, "default", "a")).isEmpty();
    }

    @Test
    void aPodOnANodeStaysUntilItsKubeletHasEndedIt() {
        List<StoreEvent> events = new ArrayList<>();
        ObjectNode created = store.create(PODS, runningPod());
        store.watch(PODS, "", Runnable::run, events::add);
        ObjectNode marked = store.delete(PODS, "default", "p", DeleteOptions.DEFAULT);
        assertThat(marked.at("/metadata/deletionGracePeriodSeconds").asInt()).isEqualTo(30);
        store.finishDeletion(PODS, "default", "p", "another uid");
        assertThat(store.get(PODS, "default", "p")).isPresent();
        store.finishDeletion(PODS, "default", "p", Meta.uid(created));
        StoreEvent last = events.get(events.size() - 1);
        assertThat(last.change()).isEqualTo(StoreEvent.Change.DELETED);
        assertThat(Meta.isTerminating(last.object())).isTrue();
        assertThat(store.get(PODS, "default", "p")).isEmpty();
    }

    @Test
    void withoutGraceAPodGoesAtOnce() {
        store.create(PODS, runningPod());
        store.delete(PODS, "default", "p", DeleteOptions.DEFAULT.gracePeriod(0));
        assertThat(store.get(PODS, "default", "p")).isEmpty();
    }

    @Test
    void aDeletionMeansOneObjectOnly() {
        store.create(CONFIG_MAPS, configMap("a"));
        assertThatThrownBy(() -> store.delete(CONFIG_MAPS, "default", "a", DeleteOptions.DEFAULT.onlyUid("x")))
                .hasMessageContaining("Precondition failed: UID");
        DeleteOptions foreground = new DeleteOptions(null, Propagation.FOREGROUND, null, null, false);
        assertThat(Meta.finalizers(store.delete(CONFIG_MAPS, "default", "a", foreground)))
                .containsExactly("foregroundDeletion");
    }

    @Test
    void aWatchGetsWhatIsThereThenAMarkThenEveryChange() {
        store.create(CONFIG_MAPS, configMap("a"));
        List<String> seen = new ArrayList<>();
        StoreWatch watch = store.watch(CONFIG_MAPS, "default", Runnable::run, event -> seen.add(word(event)));
        store.create(CONFIG_MAPS, configMap("b"));
        store.create(PODS, pod("not meant"));
        store.delete(CONFIG_MAPS, "default", "a", DeleteOptions.DEFAULT);
        watch.close();
        store.create(CONFIG_MAPS, configMap("c"));
        assertThat(seen).containsExactly("ADDED a", "BOOKMARK ", "ADDED b", "DELETED a");
    }

    @Test
    void aWatchFromAVersionGetsWhatItMissed() {
        long version = Meta.resourceVersion(store.create(CONFIG_MAPS, configMap("a")));
        store.create(CONFIG_MAPS, configMap("b"));
        List<String> seen = new ArrayList<>();
        store.watchAfter(CONFIG_MAPS, "", version, Runnable::run, event -> seen.add(word(event)));
        assertThat(seen).containsExactly("ADDED b");
    }

    @Test
    void aWatchThatMissedTooMuchIsTold() {
        long version = Meta.resourceVersion(store.create(CONFIG_MAPS, configMap("a")));
        for (int i = 0; i <= TypeTable.HISTORY + 1; i++) {
            int value = i;
            store.update(CONFIG_MAPS, "default", "a", object -> object.put("x", value));
        }
        assertThatThrownBy(() -> store.watchAfter(CONFIG_MAPS, "", version, Runnable::run, event -> {}))
                .isInstanceOfSatisfying(
                        StatusException.class, e -> assertThat(e.code()).isEqualTo(410));
    }

    private static ObjectNode runningPod() {
        return json("{'metadata':{'namespace':'default','name':'p'},"
                + "'spec':{'nodeName':'n','terminationGracePeriodSeconds':30},'status':{'phase':'Running'}}");
    }

    private static String word(StoreEvent event) {
        return event.change() + " " + Meta.name(event.object());
    }
}
