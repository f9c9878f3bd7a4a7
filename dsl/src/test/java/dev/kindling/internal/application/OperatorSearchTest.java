package dev.kindling.internal.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.internal.operator.Dialect;
import dev.kindling.target.Operator;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorSearchTest {

    private static final Dialect KUBEFLOW = Dialect.of(Operator.kubeflow());
    private static final Dialect APACHE = Dialect.of(Operator.apache());

    @Test
    void theOperatorThatIsThereIsOffered() {
        assertThat(new OperatorSearch(List.of(APACHE)).hint(KUBEFLOW))
                .contains("install the Kubeflow Spark operator", "sparkapplications.sparkoperator.k8s.io")
                .endsWith("name the operator that is there: cluster.operator(Operator.apache())");
    }

    @Test
    void withoutAnyTheDriverCanBeMadeHere() {
        assertThat(new OperatorSearch(List.of()).hint(APACHE))
                .contains("install the Apache Spark Kubernetes operator")
                .endsWith("cluster.operator(Operator.none())");
    }

    @Test
    void schedulesAreNothingThatAnotherOperatorHas() {
        assertThat(new OperatorSearch(List.of(APACHE)).hint(Dialect.OF_SCHEDULES))
                .isEqualTo("install the Kubeflow Spark operator (this cluster does not know"
                        + " scheduledsparkapplications.sparkoperator.k8s.io)");
    }
}
