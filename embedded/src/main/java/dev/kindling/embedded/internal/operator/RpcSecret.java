package dev.kindling.embedded.internal.operator;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/**
 * What the driver and executors of one attempt prove to each other who they are with. It lies in a Secret that the pods
 * refer to; {@code spark.authenticate} alone would write it into the executors' environment for everyone to read.
 *
 * <p>Spark takes a file on the driver. Executors need an environment variable that holds the base64 of the file's bytes,
 * and the setting for an executor's file only keeps Spark from adding the plain variable.
 */
record RpcSecret(String name, String value) {

    private static final String FOLDER = "/etc/kindling/rpc";
    private static final String FILE = "secret";
    private static final String FOR_EXECUTORS = "secret.base64";

    static RpcSecret create(String name) {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new RpcSecret(name, Base64.getEncoder().encodeToString(bytes));
    }

    /** Whether the application leaves this to us: it neither switched it off nor brings its own secret. */
    static boolean isWanted(Map<String, String> settings) {
        return !settings.getOrDefault("spark.authenticate", "true").equals("false")
                && settings.keySet().stream().noneMatch(key -> key.startsWith("spark.authenticate.secret"));
    }

    void addTo(Map<String, String> settings) {
        settings.put("spark.authenticate", "true");
        settings.putIfAbsent("spark.network.crypto.enabled", "true");
        settings.putIfAbsent("spark.network.crypto.authEngineVersion", "2");
        settings.put("spark.authenticate.secret.driver.file", FOLDER + "/" + FILE);
        settings.put("spark.authenticate.secret.executor.file", FOLDER + "/" + FILE);
        settings.put("spark.kubernetes.driver.secrets." + name, FOLDER);
        settings.put("spark.kubernetes.executor.secretKeyRef._SPARK_AUTH_SECRET", name + ":" + FOR_EXECUTORS);
    }

    Secret object(String namespace) {
        return new SecretBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .withImmutable(true)
                .withData(Map.of(FILE, base64(value), FOR_EXECUTORS, base64(base64(value))))
                .build();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "RpcSecret[" + name + "]";
    }
}
