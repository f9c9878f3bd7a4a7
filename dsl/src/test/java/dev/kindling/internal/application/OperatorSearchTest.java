package dev.kindling.internal.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorSearchTest {

    @Test
    void theOperatorThatIsThereIsOffered() {
        assertThat(new OperatorSearch(List.of(Dialect.APACHE)).hint(Dialect.KUBEFLOW))
                .contains("install the Kubeflow Spark operator", "sparkapplications.sparkoperator.k8s.io")
                .endsWith("name the operator that is there: cluster.operator(Operator.apache())");
    }

    @Test
    void withoutAnyTheDriverCanBeMadeHere() {
        assertThat(new OperatorSearch(List.of()).hint(Dialect.APACHE))
                .contains("install the Apache Spark Kubernetes operator")
                .endsWith("cluster.operator(Operator.none())");
    }
}
