package dev.kindling.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceNameTest {

    @ParameterizedTest
    @CsvSource({
        "http://minio:9000, minio, elsewhere",
        "http://minio.storage:9000, minio, storage",
        "http://minio.storage.svc:9000, minio, storage",
        "http://minio.storage.svc.cluster.local:9000/, minio, storage",
        "http://minio.storage.svc.cluster.local.:9000/, minio, storage",
        "http://my-store-2.a1.svc.example.org, my-store-2, a1"
    })
    void pods(String address, String name, String namespace) {
        assertThat(ServiceName.of(URI.create(address)).orElseThrow().in("elsewhere"))
                .hasToString(name + "." + namespace);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:9000",
                "http://127.0.0.1:9000",
                "http://[::1]:9000",
                "http://s3.eu-central-1.amazonaws.com",
                "http://minio.storage.pod:9000",
                "http://-minio.storage.svc"
            })
    void othersAreNone(String address) {
        assertThat(ServiceName.of(URI.create(address))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "minio, true",
        "minio.storage.svc, true",
        "minio.storage.svc.cluster.local, true",
        "minio.storage, false",
        "store.example.org, false",
        "localhost, false",
        "10.0.0.1, false"
    })
    void sureIsWhatNoOtherNameIsLike(String host, boolean sure) {
        assertThat(ServiceName.isSurely(host)).isEqualTo(sure);
    }
}
