package dev.kindling.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindling.Spark;
import dev.kindling.value.ExecutorPlan;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SampleRequestTest {
    private final SampleRequest plain = request(new Place.Embedded(), Optional.empty(), Optional.empty());
    private final SampleRequest full =
            request(new Place.Cluster(Optional.empty()), Optional.of("x/spark:4"), Optional.of("1g"));

    @Test
    void what_is_not_said_is_left_to_the_dsl() {
        assertThat(plain.applyTo(Spark.session("s")))
                .isEqualTo(Spark.session("s").executors(ExecutorPlan.of(2)));
    }

    @Test
    void session_and_application_get_the_same() {
        var executors = ExecutorPlan.of(2).memory("1g").cpuRequest("0.1");
        assertThat(full.applyTo(Spark.session("s")))
                .isEqualTo(Spark.session("s").executors(executors).image("x/spark:4"));
        assertThat(full.applyTo(Spark.application("s")))
                .isEqualTo(Spark.application("s").executors(executors).image("x/spark:4"));
    }

    @Test
    void a_bad_size_is_refused_with_the_value() {
        var bad = request(new Place.Embedded(), Optional.empty(), Optional.of("4gb"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bad.applyTo(Spark.session("s")))
                .withMessageContaining("4gb");
    }

    @Test
    void places_are_read_and_named() {
        assertThat(Place.parse("local")).hasToString("local[2]");
        assertThat(Place.parse("local:8")).hasToString("local[8]");
        assertThat(Place.parse("embedded")).hasToString("embedded Kubernetes");
        assertThat(Place.parse("cluster:a:b")).hasToString("Kubernetes context a:b");
        assertThat(plain.executorsInWords()).isEqualTo("2 executors");
        assertThat(request(new Place.InThisJvm(4), Optional.empty(), Optional.empty())
                        .executorsInWords())
                .isEqualTo("1 executor");
    }

    private static SampleRequest request(Place place, Optional<String> image, Optional<String> memory) {
        var cores = memory.map(present -> "0.1");
        return new SampleRequest(
                RunMode.SESSION, place, ClusterWishes.NONE, image, Optional.empty(), 2, cores, memory, false);
    }
}
