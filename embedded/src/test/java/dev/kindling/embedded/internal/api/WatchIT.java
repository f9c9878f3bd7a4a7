package dev.kindling.embedded.internal.api;

import static dev.kindling.embedded.internal.store.Objects.configMap;
import static dev.kindling.embedded.internal.store.ResourceTypes.CONFIG_MAPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.embedded.internal.store.DeleteOptions;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Watches over a chunked response, as kubectl, Go and Python open them; fabric8's WebSockets are in SparkCallsIT. */
@Tag("embedded")
@Timeout(60)
class WatchIT {
    private static final String MAPS = "/api/v1/namespaces/default/configmaps?watch=true&";

    private ApiFixture api;
    private ObjectStore store;

    @BeforeEach
    void start() {
        api = new ApiFixture();
        store = api.store();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void eachLineIsAnEventAndTheTimeoutEndsTheStream() throws Exception {
        store.create(CONFIG_MAPS, configMap("a"));
        try (WatchLines lines = WatchLines.open(api.plane(), MAPS + "timeoutSeconds=2", "")) {
            assertThat(lines.next()).isEqualTo("ADDED a");
            store.update(CONFIG_MAPS, "default", "a", object -> object.put("x", 1));
            assertThat(lines.next()).isEqualTo("MODIFIED a");
            store.delete(CONFIG_MAPS, "default", "a", DeleteOptions.DEFAULT);
            assertThat(lines.next()).isEqualTo("DELETED a");
            assertThat(lines.next()).isEqualTo("END");
        }
    }

    @Test
    void aWatchGoesOnFromAVersion() throws Exception {
        long version = Meta.resourceVersion(store.create(CONFIG_MAPS, configMap("a")));
        store.create(CONFIG_MAPS, configMap("b"));
        try (WatchLines lines = WatchLines.open(api.plane(), MAPS + "resourceVersion=" + version, "")) {
            assertThat(lines.next()).isEqualTo("ADDED b");
        }
    }

    @Test
    void aForgottenVersionIsAnErrorInTheStream() throws Exception {
        long version = Meta.resourceVersion(store.create(CONFIG_MAPS, configMap("a")));
        for (int i = 0; i < 600; i++) {
            int value = i;
            store.update(CONFIG_MAPS, "default", "a", object -> object.put("x", value));
        }
        try (WatchLines lines = WatchLines.open(api.plane(), MAPS + "resourceVersion=" + version, "")) {
            JsonNode event = lines.nextJson();
            assertThat(event.path("type").asText()).isEqualTo("ERROR");
            assertThat(event.at("/object/code").asInt()).isEqualTo(410);
            assertThat(event.at("/object/reason").asText()).isEqualTo("Expired");
            assertThat(lines.next()).isEqualTo("END");
        }
    }

    @Test
    void fabric8IsToldThatItsVersionIsGone() {
        CompletableFuture<WatcherException> closed = new CompletableFuture<>();
        var options = new ListOptionsBuilder().withResourceVersion("999999").build();
        try (var watch = api.client().configMaps().inNamespace("default").watch(options, new Watcher<ConfigMap>() {
            @Override
            public void eventReceived(Action action, ConfigMap map) {}

            @Override
            public void onClose(WatcherException cause) {
                closed.complete(cause);
            }
        })) {
            assertThat(watch).isNotNull();
            await().untilAsserted(() -> assertThat(closed).isDone());
            assertThat(closed.join().isHttpGone()).isTrue();
        }
    }

    @Test
    void aStreamingListEndsWithItsMark() throws Exception {
        store.create(CONFIG_MAPS, configMap("a"));
        String query = "sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true";
        try (WatchLines lines = WatchLines.open(api.plane(), MAPS + query, "")) {
            assertThat(lines.next()).isEqualTo("ADDED a");
            JsonNode mark = lines.nextJson();
            assertThat(mark.path("type").asText()).isEqualTo("BOOKMARK");
            assertThat(mark.at("/object/metadata/annotations")
                            .path("k8s.io/initial-events-end")
                            .asText())
                    .isEqualTo("true");
            assertThat(Meta.resourceVersion(mark.path("object"))).isEqualTo(store.resourceVersion());
        }
    }

    @Test
    void anObjectEntersAndLeavesASelection() throws Exception {
        store.create(CONFIG_MAPS, configMap("a"));
        try (WatchLines lines = WatchLines.open(api.plane(), MAPS + "labelSelector=on%3Dyes", "")) {
            label("yes");
            assertThat(lines.next()).isEqualTo("ADDED a");
            label("no");
            assertThat(lines.next()).isEqualTo("DELETED a");
            label("yes");
            assertThat(lines.next()).isEqualTo("ADDED a");
        }
    }

    @Test
    void tablesTellTheirColumnsOnce() throws Exception {
        store.create(CONFIG_MAPS, configMap("a"));
        store.create(CONFIG_MAPS, configMap("b"));
        String accept = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";
        try (WatchLines lines = WatchLines.open(api.plane(), MAPS, accept)) {
            JsonNode first = lines.nextJson().path("object");
            assertThat(first.path("kind").asText()).isEqualTo("Table");
            assertThat(first.path("columnDefinitions")).hasSize(3);
            assertThat(first.at("/rows/0/cells/0").asText()).isEqualTo("a");
            JsonNode second = lines.nextJson().path("object");
            assertThat(second.path("columnDefinitions")).isEmpty();
            assertThat(second.at("/rows/0/object/metadata/name").asText()).isEqualTo("b");
        }
    }

    @Test
    void aNonsenseVersionIsRefused() {
        assertThatThrownBy(() -> WatchLines.open(api.plane(), MAPS + "resourceVersion=abc", "")
                        .next())
                .hasMessageContaining("400");
    }

    private void label(String value) {
        store.update(CONFIG_MAPS, "default", "a", object -> {
            object.withObject("/metadata/labels").put("on", value);
            return object;
        });
    }
}
