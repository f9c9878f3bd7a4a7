package dev.kindling.internal.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MountedRpcSecretTest {
    @Test
    void executorsGetTheBase64OfTheDriversFile() {
        var data = MountedRpcSecret.create("x-rpc", "etl").getData();

        assertThat(decoded(decoded(data.get("secret.base64")))).isEqualTo(decoded(data.get("secret")));
        assertThat(decoded(data.get("secret"))).hasSizeGreaterThan(32);
    }

    @Test
    void everySecretIsAnother() {
        assertThat(MountedRpcSecret.create("x-rpc", "etl").getData())
                .isNotEqualTo(MountedRpcSecret.create("x-rpc", "etl").getData());
    }

    @Test
    void settingsOnlyReferToIt() {
        assertThat(MountedRpcSecret.settings("x-rpc"))
                .containsEntry("spark.kubernetes.driver.secrets.x-rpc", "/etc/kindling/rpc")
                .containsEntry("spark.authenticate.secret.driver.file", "/etc/kindling/rpc/secret")
                .containsEntry("spark.kubernetes.executor.secretKeyRef._SPARK_AUTH_SECRET", "x-rpc:secret.base64")
                .doesNotContainKey("spark.authenticate.secret");
    }

    @Test
    void itIsNotWantedWhereItIsSwitchedOffOrBrought() {
        assertThat(MountedRpcSecret.isWanted(Map.of())).isTrue();
        assertThat(MountedRpcSecret.isWanted(Map.of("spark.authenticate", "false")))
                .isFalse();
        assertThat(MountedRpcSecret.isWanted(Map.of("spark.authenticate.secret.file", "/x")))
                .isFalse();
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
