package dev.kindling.embedded.storage;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.kindling.ApplicationSpec;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** With Apache's operator, which takes one jar, and with none: MinIO's keys are in Secrets made for the runs. */
@Tag("cluster")
class OtherOperatorsCodeClusterIT {
    private static Minio minio;

    @BeforeAll
    static void find() {
        minio = Minio.with("kindling-code-" + UUID.randomUUID().toString().substring(0, 8));
    }

    @AfterAll
    static void remove() {
        if (minio != null) {
            minio.empty();
            minio.close();
        }
    }

    @Nested
    class Apache extends OnMinio {
        @BeforeAll
        static void requireOperator() {
            var account = minio.client.serviceAccounts().inNamespace("apache").withName("spark");
            if (!minio.client.supports("spark.apache.org/v1", "SparkApplication") || account.get() == null) {
                System.err.println("SKIPPED: code brought to MinIO: Apache's operator is not installed");
                abort("no operator");
            }
        }

        @Override
        KubernetesCluster cluster() {
            return account("apache").operator(Operator.apache());
        }
    }

    @Nested
    class None extends OnMinio {
        @Override
        KubernetesCluster cluster() {
            return account("default").operator(Operator.none());
        }
    }

    private static KubernetesCluster account(String namespace) {
        return KubernetesCluster.current().namespace(namespace).serviceAccount("spark");
    }

    private abstract static class OnMinio extends ShippedCodeScenarios {
        @Override
        S3 store() {
            return minio.store.credentials(minio.keys);
        }

        @Override
        String bucket() {
            return minio.bucket;
        }

        @Override
        ApplicationSpec withImage(ApplicationSpec spec) {
            return spec.image(Minio.IMAGE);
        }
    }
}
