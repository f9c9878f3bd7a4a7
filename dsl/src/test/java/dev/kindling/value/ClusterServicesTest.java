package dev.kindling.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kindling.target.ApacheOptions;
import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values about what a cluster does around an application: what none of them can be is refused where it is made. */
class ClusterServicesTest {
    static Stream<Arguments> refused() {
        return Stream.of(
                made(() -> Monitoring.prometheus().port(8090), "8090", "Monitoring.jmxExporter(..)"),
                made(() -> Monitoring.jmxExporter("/a.jar", "/b.yaml").port(80), "80", ".port(8090)"),
                made(() -> Monitoring.jmxExporter("a.jar", "/b.yaml"), "a.jar", "path in the image"),
                made(() -> BatchScheduler.yuniKorn().priorityClass("high"), "high", "PodPlan.none()"),
                made(() -> BatchScheduler.yuniKorn().atLeast("cpu", "1"), "{cpu=1}", "PodPlan.none()"),
                made(() -> BatchScheduler.volcano().queue("a b"), "a b", ".queue(\"root.analytics\")"),
                made(() -> Ingress.at("https://spark.example.org"), "https://", "Ingress.at("),
                made(() -> Ingress.at("Spark"), "Spark", "Ingress.at(\"spark\")"),
                made(() -> Ingress.at("a.example.org/$x"), "/$x", "a.example.org/nightly"),
                made(() -> DriverPort.of("a-very-long-name", 80), "a-very-long-name", "at most 15"),
                made(() -> DriverPort.of("health", 70_000), "70000", "8081"),
                made(() -> options().healthyExecutors(3, 1, 2), "3, 1, 2", ".healthyExecutors(1, 1, 4)"),
                made(() -> options().retainFor(Duration.ZERO), "PT0S", "Duration.ofMinutes(5)"),
                made(() -> options().forceTermination(Duration.ofSeconds(-1)), "PT-1S", "Duration.ofMinutes(5)"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(ThrowingCallable made, String shown, String line) {
        assertThatThrownBy(made)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(shown)
                .hasMessageContaining(line);
    }

    @Test
    void anAddressIsAHostAndAPath() {
        assertThat(Ingress.at("spark.example.org").path()).isEqualTo("/");
        assertThat(Ingress.at("spark.example.org/a/b").path()).isEqualTo("/a/b");
        assertThat(Ingress.at("spark.example.org/a/b").host()).isEqualTo("spark.example.org");
    }

    @Test
    void onlyTheUiIsTheUi() {
        assertThat(DriverPort.ui().isUi()).isTrue();
        assertThat(DriverPort.of("health", 8081).isUi()).isFalse();
    }

    private static ApacheOptions options() {
        return ApacheOptions.defaults();
    }

    private static Arguments made(ThrowingCallable made, String shown, String line) {
        return arguments(made, shown, line);
    }
}
