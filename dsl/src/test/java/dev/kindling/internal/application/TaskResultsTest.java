package dev.kindling.internal.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskResultsTest {
    private static final String ID = "0b6f7e0c-6c0e-4f6f-9a55-6f2f3c1d7e10";
    private static final String HASH = "a".repeat(64);
    private static final String PARCEL = "s3a://lake/code/" + HASH + "/task.ser";
    private static final String RESULTS = "s3a://lake/code/results/" + ID;

    @Test
    void aSubmissionThatMadeNoRunLeavesTheResultsOfTheEarlierRunOfItsKey() {
        var code = CodeReferences.of(task()).orElseThrow();

        assertThat(code.results()).containsExactly(ID);
        assertThat(code.withoutRun().results()).isEmpty();
        assertThat(code.withoutRun().hashes()).containsExactly(HASH);
    }

    @Test
    void aRestartHasResultsOfItsOwn() {
        var results = CodeReferences.of(task()).orElseThrow().results();

        assertThat(Restart.ownResults(PARCEL + " " + RESULTS, results))
                .startsWith(PARCEL + " s3a://lake/code/results/")
                .doesNotContain(ID);
    }

    private static GenericKubernetesResource task() {
        var task = new GenericKubernetesResource();
        task.setApiVersion("sparkoperator.k8s.io/v1beta2");
        task.setKind("SparkApplication");
        task.setMetadata(new ObjectMetaBuilder()
                .withName("count")
                .withAnnotations(Map.of(Annotations.CODE_STORE, "s3a://lake/code PT1H", Annotations.SUBMISSION, "one"))
                .build());
        task.setAdditionalProperty("spec", Map.of("arguments", List.of("--file", PARCEL, "--", "task.ser", RESULTS)));
        return task;
    }
}
