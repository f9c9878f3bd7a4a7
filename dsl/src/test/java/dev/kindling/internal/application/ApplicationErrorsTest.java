package dev.kindling.internal.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.ClusterAccessException.Request;
import dev.kindling.internal.operator.Dialect;
import dev.kindling.target.Operator;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.ConnectException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationErrorsTest {

    private static final Request CREATE =
            new Request("create", "sparkapplications.sparkoperator.k8s.io", "nightly", "etl");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | namespaces \"etl\" not found                     | kubectl create namespace etl",
                "403 | is forbidden: User \"ann\" cannot create         | have a Role granted with create, get, list",
                "409 | \"nightly\" already exists                       | Spark.application(\"nightly-2\")",
                "422 | spec.executor.instances: Invalid value: 0        | correct what the server names",
                "401 | Unauthorized                                     | log in again",
            })
    void everyRefusalSaysWhatToDo(int code, String said, String hint) {
        var status = new StatusBuilder().withCode(code).withMessage(said).build();

        var error = error(new KubernetesClientException("failed", code, status));

        assertThat(error.answer().status()).isEqualTo(code);
        assertThat(error.answer().reason()).isEqualTo(said);
        assertThat(error.hint()).contains(hint);
        assertThat(error).hasMessageContaining("create sparkapplications.sparkoperator.k8s.io \"nightly\"");
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        var error = error(new KubernetesClientException("failed", new ConnectException("Connection refused")));

        assertThat(error.answer().status()).isZero();
        assertThat(error.hint()).contains("https://10.0.0.1:6443");
    }

    private static ClusterAccessException error(KubernetesClientException e) {
        return ApplicationErrors.of(e, CREATE, URI.create("https://10.0.0.1:6443"), Dialect.of(Operator.kubeflow()));
    }
}
