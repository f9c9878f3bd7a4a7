package dev.kindling.internal.storage;

import dev.kindling.image.SparkImage;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/**
 * A pod with the executors' image, account and way to the store, in which {@link PodProbe} runs. The program is three small
 * classes in a variable, so that the image needs Spark alone and nothing but the pod is made.
 */
final class ProbePod {
    private static final String JAR = "KINDLING_STORE_PROBE";

    /** Spark's own images have SPARK_HOME and, most of them, JAVA_HOME. */
    private static final String COMMAND =
            """
            jar=$(mktemp /tmp/kindling-XXXXXX) && echo "$%s" | base64 -d > "$jar" &&
            exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx192m %s -cp "$jar:${SPARK_HOME:-/opt/spark}/jars/*" %s "$1"
            """;

    private final String name;
    private final S3 store;
    private final String bucket;

    ProbePod(String name, S3 store, String bucket) {
        this.name = name;
        this.store = store;
        this.bucket = bucket;
    }

    Pod in(KubernetesCluster cluster, String namespace) {
        var image = cluster.image()
                .orElseThrow(() -> new IllegalArgumentException("Pods of which image are to ask the store? Write"
                        + " cluster.image(SparkImage.parse(\"..\")) with the one of the executors"));
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .addToLabels("app.kubernetes.io/managed-by", "kindling")
                .addToLabels("app.kubernetes.io/component", "s3-check")
                .endMetadata()
                .withNewSpec()
                .withRestartPolicy("Never")
                .withServiceAccountName(cluster.serviceAccount().orElse(null))
                .withImagePullSecrets(image.pullSecrets().stream()
                        .map(LocalObjectReference::new)
                        .toList())
                .withContainers(container(image))
                .withVolumes(store.podMounts().keySet().stream()
                        .map(secret -> new VolumeBuilder()
                                .withName(secret)
                                .withNewSecret()
                                .withSecretName(secret)
                                .endSecret()
                                .build())
                        .toList())
                .endSpec()
                .build();
    }

    private Container container(SparkImage image) {
        var container = new ContainerBuilder()
                .withName("check")
                .withImage(image.reference())
                .withImagePullPolicy(image.pullPolicy().map(Object::toString).orElse(null))
                .withCommand(
                        "sh", "-c", COMMAND.formatted(JAR, trustStore(), PodProbe.class.getName()), "check", bucket)
                .withTerminationMessagePolicy("FallbackToLogsOnError")
                .withNewResources()
                .addToRequests("cpu", new Quantity("100m"))
                .addToRequests("memory", new Quantity("512Mi"))
                .addToLimits("memory", new Quantity("512Mi"))
                .endResources()
                .addNewEnv()
                .withName(JAR)
                .withValue(jar())
                .endEnv()
                .addNewEnv()
                .withName(PodProbe.SETTINGS)
                .withValue(settings())
                .endEnv();
        store.podVariables().forEach((variable, from) -> container
                .addNewEnv()
                .withName(variable)
                .withNewValueFrom()
                .withNewSecretKeyRef(from.key(), from.secret(), false)
                .endValueFrom()
                .endEnv());
        store.podMounts().forEach((secret, folder) -> container
                .addNewVolumeMount()
                .withName(secret)
                .withMountPath(folder)
                .endVolumeMount());
        return container.build();
    }

    private String trustStore() {
        return store.options()
                .trustStore()
                .map(file -> "-Djavax.net.ssl.trustStore=" + store.podMounts().get(file.secret()) + "/" + file.key())
                .orElse("");
    }

    private String settings() {
        return store.hadoopProperties().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String jar() {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes)) {
            for (var type : List.of(PodProbe.class, StoreProbe.class, StoreProbe.Failure.class)) {
                var file = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new ZipEntry(file));
                try (var in = type.getResourceAsStream("/" + file)) {
                    jar.write(in.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("packing the program that asks the store", e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
