package dev.kindling.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.kindling.ApplicationSpec;
import dev.kindling.Spark;
import dev.kindling.embedded.SharedCores;
import dev.kindling.run.Outcome;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.storage.S3Credentials;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.PodPlan;
import dev.kindling.value.Volume;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Applications of Kubeflow's operator that write to a real MinIO and read it back; nobody shows the keys. */
@Tag("cluster")
class MinioApplicationClusterIT {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);
    private static final String PROGRAMS = "programs-s3-" + RUN;

    /** Looks into its own UI, as long as there is one. */
    private static final String PROGRAM =
            """
            import os, sys, urllib.request
            from pyspark.sql import SparkSession
            spark = SparkSession.builder.getOrCreate()
            spark.range(1000).write.mode("overwrite").parquet(sys.argv[1])
            print("rows:", spark.read.parquet(sys.argv[1]).count())
            ui = spark.sparkContext.uiWebUrl + "/api/v1/applications/" + spark.sparkContext.applicationId + "/environment"
            shown = urllib.request.urlopen(ui).read().decode()
            print("endpoint in UI:", "fs.s3a.endpoint" in shown)
            print("key in UI:", os.environ["AWS_ACCESS_KEY_ID"] + '"' in shown or os.environ["AWS_SECRET_ACCESS_KEY"] in shown)
            spark.stop()
            """;

    private static final KubernetesCluster WATCHED = KubernetesCluster.current()
            .namespace("default")
            .serviceAccount("spark")
            .operator(Operator.kubeflow());

    private static Minio minio;

    @BeforeAll
    static void find() {
        minio = Minio.with("kindling-runs-" + RUN);
        if (!minio.client.supports("sparkoperator.k8s.io/v1beta2", "SparkApplication")) {
            System.err.println("SKIPPED: applications on MinIO: Kubeflow's operator is not installed");
            abort("no operator");
        }
        minio.client
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(PROGRAMS)
                        .withNamespace("default")
                        .endMetadata()
                        .addToData("lake.py", PROGRAM)
                        .build())
                .create();
    }

    @AfterAll
    static void remove() {
        if (minio != null) {
            minio.client.configMaps().inNamespace("default").withName(PROGRAMS).delete();
            minio.empty();
            minio.close();
        }
    }

    @Test
    void keysOfTheNamespacesSecretAreOnlyReferredTo() {
        var spec = spec("named", S3Credentials.secret("minio", "access-key", "secret-key"));
        var run = spec.submitTo(WATCHED);
        try {
            worksAndHides(run);
        } finally {
            run.delete();
        }
    }

    @Test
    void keysOfTheSpecGetASecretThatGoesWithTheLastRun() {
        var run = spec("own", minio.keys).submitTo(WATCHED);
        try {
            worksAndHides(run);
            var again = run.restart();
            try {
                assertThat(owners(run)).containsExactlyInAnyOrder(run.name(), again.name());
                run.delete();
                assertThat(again.await(LIMIT)).isEqualTo(new Outcome.Succeeded());
            } finally {
                again.delete();
            }
        } finally {
            run.delete();
        }
        await().atMost(LIMIT).until(() -> secrets(run).isEmpty());
    }

    private static void worksAndHides(SubmittedApplication run) {
        assertThat(run.await(LIMIT)).isEqualTo(new Outcome.Succeeded());
        var log = run.driverLog();
        assertThat(log).contains("rows: 1000", "endpoint in UI: True", "key in UI: False");
        var resource = minio.client
                .genericKubernetesResources("sparkoperator.k8s.io/v1beta2", "SparkApplication")
                .inNamespace("default")
                .withName(run.name())
                .get();
        var pods = minio.client
                .pods()
                .inNamespace("default")
                .withLabel("sparkoperator.k8s.io/app-name", run.name())
                .list();
        assertThat(resource.toString() + pods + run.events() + log)
                .doesNotContain(minio.keys.secretKey())
                .doesNotContainPattern("[\"=: ]" + minio.keys.accessKey() + "[\",)\\n]");
    }

    private static List<String> owners(SubmittedApplication run) {
        return secrets(run).stream()
                .flatMap(secret -> secret.getMetadata().getOwnerReferences().stream())
                .map(OwnerReference::getName)
                .toList();
    }

    private static List<Secret> secrets(SubmittedApplication run) {
        return minio
                .client
                .secrets()
                .inNamespace("default")
                .withLabel("app.kubernetes.io/component", "s3-keys")
                .list()
                .getItems()
                .stream()
                .filter(secret -> secret.getMetadata().getName().startsWith(run.name() + "-s3-"))
                .toList();
    }

    private static ApplicationSpec spec(String name, S3Credentials credentials) {
        return Spark.application(name + "-" + RUN)
                .image(Minio.IMAGE)
                .restart(SharedCores.SUBMITTED_AGAIN)
                .python("local:///program/lake.py")
                .arguments("s3a://" + minio.bucket + "/" + name)
                .s3(minio.store.credentials(credentials))
                .pods(PodPlan.none().volume(Volume.configMap(PROGRAMS).at("/program")))
                .driver(DriverPlan.defaults().memory("512m").cpuRequest("100m"))
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("100m"));
    }
}
