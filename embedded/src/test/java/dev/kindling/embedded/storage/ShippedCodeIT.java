package dev.kindling.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.ApplicationSpec;
import dev.kindling.embedded.EmbeddedKubernetes;
import dev.kindling.embedded.EmbeddedS3;
import dev.kindling.run.Outcome;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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

    @Test
    void whatATaskHasComeToIsNotLostByAnotherSubmissionOrByARestart() {
        var task = spec("kept").idempotencyKey("today").task(spark -> ShippedJob.sum(spark, 10));
        var first = task.submitTo(cluster());
        try {
            assertThat(first.result(LIMIT)).isEqualTo(90);
            var same = task.submitTo(cluster());
            assertThat(same.application().name()).isEqualTo(first.application().name());
            assertThat(same.result(LIMIT)).isEqualTo(90);

            var again = first.application().restart();
            assertThat(again.await(LIMIT)).isEqualTo(new Outcome.Succeeded());
            again.delete();

            assertThat(task.submitTo(cluster()).result(LIMIT)).isEqualTo(90);
        } finally {
            first.application().delete();
        }
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
