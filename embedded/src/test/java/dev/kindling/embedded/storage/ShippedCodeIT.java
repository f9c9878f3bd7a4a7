package dev.kindling.embedded.storage;

import dev.kindling.ApplicationSpec;
import dev.kindling.embedded.EmbeddedKubernetes;
import dev.kindling.embedded.EmbeddedS3;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** On the embedded Kubernetes, whose operator opens nothing, with the store of this JVM. */
@Tag("embedded")
class ShippedCodeIT extends KubeflowCodeScenarios {
    private static EmbeddedKubernetes kubernetes;
    private static EmbeddedS3 s3;

    @BeforeAll
    static void start() {
        kubernetes = EmbeddedKubernetes.start();
        s3 = EmbeddedS3.start().bucket("code");
    }

    @AfterAll
    static void stop() {
        s3.close();
        kubernetes.close();
    }

    @Override
    KubernetesCluster cluster() {
        return kubernetes.cluster();
    }

    @Override
    S3 store() {
        return s3.s3();
    }

    @Override
    String bucket() {
        return "code";
    }

    @Override
    ApplicationSpec withImage(ApplicationSpec spec) {
        return spec;
    }
}
