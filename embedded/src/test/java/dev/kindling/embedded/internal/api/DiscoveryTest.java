package dev.kindling.embedded.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.embedded.internal.store.ResourceRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTest {

    private final Discovery discovery = new Discovery(new ResourceRegistry());

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/apis", "/api/v1", "/apis/apps", "/apis/authorization.k8s.io/v1", "/version"})
    void aSlashAtTheEndChangesNothing(String path) {
        assertThat(discovery.at(path + "/")).isEqualTo(discovery.at(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/", "/apis/", "/api/v1/"})
    void theRootsAreServedWithASlash(String path) {
        assertThat(discovery.at(path)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/apis//", "/apis/none"})
    void whatIsNotThereIsNoError(String path) {
        assertThat(discovery.at(path)).isEmpty();
    }
}
