package dev.kindling.internal.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kindling.Spark;
import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.ClusterAccessException.Answer;
import dev.kindling.diagnosis.ClusterAccessException.Request;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.kubernetes.ClusterErrors;
import dev.kindling.run.ApplicationFilter;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** What is said of an exception alone. */
class ThrownTest {

    @Test
    void aRefusalNamesTheRight() {
        var refused = refused(
                403,
                "pods is forbidden: User \"system:serviceaccount:etl:ci\" cannot create resource \"pods\" in API group"
                        + " \"\" in the namespace \"etl\"");

        assertThat(Spark.diagnose(refused).findings()).singleElement().satisfies(found -> {
            assertThat(found).isInstanceOf(Finding.Forbidden.class);
            assertThat(found.what()).isEqualTo("service account ci may not create pods in namespace etl");
            assertThat(found.change().code()).contains("spec.rbac()").doesNotContain(".serviceAccount(");
        });
    }

    @Test
    void anAnswerThatNoRuleKnowsIsNotKnownAndNoFailureOfTheProgram() {
        assertThat(Spark.diagnose(refused(409, "pods \"words-1\" already exists"))
                        .findings())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.cause()).isEqualTo("not-known");
                    assertThat(found.isCertain()).isFalse();
                    assertThat(found.evidence().get(0).said()).contains("already exists");
                });
    }

    @Test
    void anythingElseIsTheProgramsOwn() {
        var diagnosis = Spark.diagnose(new IllegalStateException("no rows"));

        assertThat(diagnosis.subject()).isEqualTo("exception IllegalStateException");
        assertThat(diagnosis.findings()).extracting(Finding::cause).containsExactly("program-exception");
    }

    /** As the JDK says it, inside of what the client throws. */
    @Test
    void aServerWhoseCertificateIsForOtherNamesIsNoOtherAuthority() {
        var wrong = new SSLHandshakeException("General OpenSslEngine problem");
        wrong.initCause(new CertificateException("No subject alternative names matching IP address 192.0.2.7 found"));
        var unanswered = ClusterErrors.of(
                new Request("list", "pods", "", "etl"),
                URI.create("https://192.0.2.7:6443/"),
                new KubernetesClientException("An error has occurred.", wrong));

        assertThat(unanswered).hasMessageContaining("write a server in the kubeconfig that its certificate is for");
        assertThat(Spark.diagnose(unanswered).findings()).singleElement().satisfies(found -> {
            assertThat(found.cause()).isEqualTo("api-server-untrusted");
            assertThat(found.what()).contains("for other names");
        });
    }

    /** As a console's {@code why()} has it when the first thing that was typed could not find a cluster. */
    @Test
    void aKubeconfigThatIsNotThereIsNoServerThatIsDown() {
        var thrown = catchThrowable(() -> Spark.applications(KubernetesCluster.kubeconfig(Path.of("no-such-file")))
                .list(ApplicationFilter.all()));

        assertThat(Spark.diagnose(thrown).findings()).singleElement().satisfies(found -> {
            assertThat(found.cause()).isEqualTo("no-cluster");
            assertThat(found.what()).endsWith("no readable file no-such-file");
            assertThat(found.waitingHelps()).isFalse();
            assertThat(found.change().code()).startsWith("KubernetesCluster.kubeconfig(Path.of(");
        });
    }

    private static ClusterAccessException refused(int code, String said) {
        return new ClusterAccessException(
                new Request("create", "pods", "words-1", "etl"),
                new Answer(code, said),
                "have the right granted",
                new KubernetesClientException("Failure executing. Message: " + said + ".", code, null));
    }
}
