package dev.kindling.internal.conf;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What driver and executors of an application prove to each other who they are with. It lies in a Secret that the pods
 * refer to; {@code spark.authenticate} alone would write it into the executors' environment for everyone to read.
 *
 * <p>Spark takes a file on the driver. Executors need an environment variable that holds the base64 of the file's bytes,
 * and the setting for an executor's file only keeps Spark from adding the plain variable.
 */
public final class MountedRpcSecret {
    private static final String FOLDER = "/etc/kindling/rpc";
    private static final String FILE = "secret";
    private static final String FOR_EXECUTORS = "secret.base64";
    private static final int BYTES = 32;

    private MountedRpcSecret() {}

    /** Whether settings leave the secret to us: they neither switch it off nor bring their own. */
    public static boolean isWanted(Map<String, String> settings) {
        return !settings.getOrDefault("spark.authenticate", "true").equals("false")
                && settings.keySet().stream().noneMatch(key -> key.startsWith("spark.authenticate.secret"));
    }

    /** What Spark is told of the Secret with this name: references, never the value. */
    public static Map<String, String> settings(String secretName) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("spark.authenticate", "true");
        settings.put("spark.network.crypto.enabled", "true");
        settings.put("spark.network.crypto.authEngineVersion", "2");
        settings.put("spark.authenticate.secret.driver.file", FOLDER + "/" + FILE);
        settings.put("spark.authenticate.secret.executor.file", FOLDER + "/" + FILE);
        settings.put("spark.kubernetes.driver.secrets." + secretName, FOLDER);
        settings.put("spark.kubernetes.executor.secretKeyRef._SPARK_AUTH_SECRET", secretName + ":" + FOR_EXECUTORS);
        return settings;
    }

    /** A Secret with a new random value. */
    public static Secret create(String name, String namespace) {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var value = Base64.getEncoder().encodeToString(bytes);
        return new SecretBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .addToLabels("app.kubernetes.io/managed-by", "kindling")
                .endMetadata()
                .withImmutable(true)
                .withData(Map.of(FILE, base64(value), FOR_EXECUTORS, base64(base64(value))))
                .build();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
