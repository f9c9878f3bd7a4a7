package dev.kindling.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class StoreOptionsTest {
    private static final Place EMBEDDED = new Place.Embedded();
    private static final Place CLUSTER = new Place.Cluster(Optional.empty());
    private static final Map<String, String> KEYS = Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "key");
    private static final String URL = "http://minio.storage.svc:9000";

    @Test
    void by_default_it_is_one_in_this_jvm() {
        assertThat(options().wanted(EMBEDDED, Map.of())).isEqualTo(new SampleStore.Wanted(Optional.empty(), "lake"));
    }

    @Test
    void a_cluster_needs_one_that_its_pods_reach() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options().wanted(CLUSTER, KEYS))
                .withMessageContaining("Write --s3 http://");
    }

    @Test
    void pods_get_the_keys_of_this_environment_or_of_a_secret() {
        var store = S3.minio(URL).fromHere("http://localhost:9000");
        assertThat(options("--s3", URL, "--s3-from-here", "http://localhost:9000", "--bucket", "b")
                        .wanted(CLUSTER, KEYS))
                .isEqualTo(
                        new SampleStore.Wanted(Optional.of(store.credentials(S3Credentials.keys("id", "key"))), "b"));
        assertThat(options("--s3", URL, "--s3-from-here", "http://localhost:9000", "--s3-secret", "minio:a:s")
                        .wanted(CLUSTER, KEYS)
                        .s3())
                .contains(store.credentials(S3Credentials.secret("minio", "a", "s"))
                        .credentialsFromHere(S3Credentials.environment()));
    }

    @Test
    void what_is_missing_or_contradicts_is_told_with_what_to_write() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("--s3", URL).wanted(CLUSTER, Map.of()))
                .withMessageContaining("export AWS_ACCESS_KEY_ID");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("--s3-secret", "minio").wanted(EMBEDDED, KEYS))
                .withMessageContaining("Write --s3 http://");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("--s3", URL, "--s3-secret", "minio:a").wanted(CLUSTER, KEYS))
                .withMessageContaining("--s3-secret minio:access-key:secret-key");
    }

    private static StoreOptions options(String... words) {
        var options = new StoreOptions();
        new CommandLine(new Holder(options)).parseArgs(words);
        return options;
    }

    private static final class Holder {
        @CommandLine.Mixin
        private final StoreOptions options;

        Holder(StoreOptions options) {
            this.options = options;
        }
    }
}
