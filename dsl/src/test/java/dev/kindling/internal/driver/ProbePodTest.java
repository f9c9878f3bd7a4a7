package dev.kindling.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.Spark;
import dev.kindling.value.ExecutorPlan;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProbePodTest {

    @Test
    void asksForWhatSparkAsksForByDefault() {
        assertThat(requests(ExecutorPlan.of(2)))
                .containsEntry("cpu", new Quantity("1"))
                .containsEntry("memory", new Quantity("1408Mi"));
    }

    @Test
    void asksForWhatThePlanSays() {
        var plan =
                ExecutorPlan.of(2).cores(2).memory("10g").memoryOverhead("1g").cpuRequest("500m");
        assertThat(requests(plan))
                .containsEntry("cpu", new Quantity("500m"))
                .containsEntry("memory", new Quantity("11264Mi"));
    }

    @Test
    void aLargeHeapHasATenthOfItOnTop() {
        assertThat(requests(ExecutorPlan.of(1).memory("10g"))).containsEntry("memory", new Quantity("11264Mi"));
    }

    @Test
    void keepsWhatTheTemplateSaysOfThePod() {
        Pod template = new PodBuilder()
                .withNewSpec()
                .withPriorityClassName("batch")
                .addNewContainer()
                .withName("mine")
                .withNewSecurityContext()
                .withRunAsNonRoot(true)
                .endSecurityContext()
                .endContainer()
                .endSpec()
                .build();
        Pod probe = ProbePod.of(
                "p", "spark:4.1.1", Optional.of("etl"), Spark.session("s").settings(), Optional.of(template));
        assertThat(probe.getSpec().getPriorityClassName()).isEqualTo("batch");
        assertThat(probe.getSpec().getServiceAccountName()).isEqualTo("etl");
        assertThat(probe.getSpec().getContainers().get(0).getSecurityContext().getRunAsNonRoot())
                .isTrue();
    }

    private static Map<String, Quantity> requests(ExecutorPlan plan) {
        var settings = Spark.session("s").executors(plan).settings();
        Pod pod = ProbePod.of("p", "spark:4.1.1", Optional.empty(), settings, Optional.empty());
        return pod.getSpec().getContainers().get(0).getResources().getRequests();
    }
}
