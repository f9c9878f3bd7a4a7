package dev.kindling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import dev.kindling.target.Operator;
import dev.kindling.target.Rbac;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.PodPlan;
import dev.kindling.value.Volume;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The roles that specs render, and that docs/rbac*.yaml are those. */
class RbacDocumentsTest {

    private static final Path DOCUMENTS = Path.of("../docs");
    private static final ApplicationSpec NIGHTLY = Spark.application("nightly");

    static List<Arguments> documents() {
        return List.of(
                Arguments.of("rbac.yaml", Spark.session("words").rbac()),
                Arguments.of(
                        "rbac-applications.yaml",
                        NIGHTLY.rbac()
                                .and(NIGHTLY.rbac(Operator.apache()))
                                .and(Spark.schedule("often", "@hourly", NIGHTLY).rbac())),
                Arguments.of("rbac-no-operator.yaml", NIGHTLY.rbac(Operator.none())));
    }

    /** With {@code -Dkindling.docs=write} they are written anew. */
    @ParameterizedTest
    @MethodSource("documents")
    void theDocumentIsWhatASpecRenders(String file, Rbac rbac) throws IOException {
        var document = DOCUMENTS.resolve(file);
        if ("write".equals(System.getProperty("kindling.docs"))) {
            Files.writeString(document, rbac.toYaml());
        } else {
            assertThat(Files.readString(document)).isEqualTo(rbac.toYaml());
        }
    }

    @Test
    void eachAccountHasARoleAndABinding() {
        assertThat(Stream.of(NIGHTLY.rbac().toYaml().split("---\n"))
                        .map(text -> (HasMetadata) new KubernetesSerialization().unmarshal(text)))
                .extracting(
                        object -> object.getKind() + " " + object.getMetadata().getName())
                .containsExactly(
                        "ServiceAccount kindling-applications",
                        "Role kindling-applications",
                        "RoleBinding kindling-applications",
                        "ServiceAccount kindling-driver",
                        "Role kindling-driver",
                        "RoleBinding kindling-driver");
    }

    @Test
    void whatIsNotUsedIsNotAskedFor() {
        var plain = Spark.session("words").encryption(false).rbac();
        var claims = Spark.session("words")
                .executors(ExecutorPlan.of(1)
                        .pod(PodPlan.none().volume(Volume.generatedClaim("1Gi").at("/scratch"))))
                .rbac();

        assertThat(plain.toYaml()).doesNotContain("secrets");
        assertThat(rules(plain)).noneMatch(rule -> rule.contains("persistentvolumeclaims], verbs: [create]"));
        assertThat(rules(claims)).anyMatch(rule -> rule.contains("persistentvolumeclaims], verbs: [create]"));
        assertThat(NIGHTLY.rbac(Operator.apache()).toYaml()).doesNotContain("patch", "sparkoperator.k8s.io");
    }

    @Test
    void keysOfASpecNeedASecret() {
        var keys = S3.minio("http://minio:9000").credentials(S3Credentials.keys("id", "secret"));
        var named = S3.minio("http://minio:9000").credentials(S3Credentials.secret("minio"));

        assertThat(rules(Spark.session("words").encryption(false).s3(keys).rbac()))
                .contains("apiGroups: [\"\"], resources: [secrets], verbs: [create, delete]");
        assertThat(rules(NIGHTLY.s3(keys).rbac())).contains("apiGroups: [\"\"], resources: [secrets], verbs: [patch]");
        assertThat(rules(NIGHTLY.s3(named).rbac()))
                .containsAll(rules(NIGHTLY.rbac()))
                .noneMatch(rule -> rule.contains("[secrets], verbs: [patch]"));
    }

    /** Who runs sessions, or makes drivers' pods, has them anyway. */
    @Test
    void aStoreThatPodsAreToAskNeedsPodsForIt() {
        var asking = NIGHTLY.s3(S3.minio("http://minio:9000").credentials(S3Credentials.secret("minio")));

        assertThat(asking.rbac(Operator.kubeflow()).toYaml()).contains("checkFromPods");
        assertThat(asking.rbac(Operator.none())).isEqualTo(NIGHTLY.rbac(Operator.none()));
    }

    private static List<String> rules(Rbac rbac) {
        return rbac.grants().stream()
                .flatMap(grant -> grant.rules().stream())
                .map(Rbac.Rule::toString)
                .toList();
    }
}
