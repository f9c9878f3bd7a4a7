package dev.kindling.internal.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceStoreTest {

    @ParameterizedTest
    @CsvSource({
        "http://kindling-no-such-store.storage.svc:9000, true",
        "http://localhost:9000, false",
        "http://127.0.0.1:9000, false",
        "http://kindling-no-such-store.invalid:9000, false",
        "https://kindling-no-such-store.storage.svc:9000, false"
    })
    void aServiceThatThisJvmDoesNotKnowIsForwarded(String endpoint, boolean forwarded) {
        var store = ResourceStore.of(Map.of(
                        "spark.hadoop.fs.s3a.endpoint", endpoint, "spark.hadoop.fs.s3a.path.style.access", "true"))
                .fromHere();

        assertThat(store.portForward()).isEqualTo(forwarded);
        assertThat(store.endpoint()).hasToString("Optional[" + endpoint + "]");
    }
}
