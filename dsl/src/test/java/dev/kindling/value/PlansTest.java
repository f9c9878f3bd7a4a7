package dev.kindling.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlansTest {
    @Test
    void executorsKeepWhatWasSaid() {
        var plan = ExecutorPlan.of(4)
                .cores(2)
                .memory("4g")
                .memoryOverhead("1g")
                .cpuRequest("500m")
                .cpuLimit("2");

        assertThat(plan.count().atStart()).isEqualTo(4);
        assertThat(plan.count().atMost()).isEqualTo(4);
        assertThat(plan.resources().cores()).contains(2);
        assertThat(plan.resources().memory()).contains(Memory.parse("4g"));
        assertThat(plan.resources().memoryOverhead()).contains(Memory.parse("1g"));
        assertThat(plan.resources().cpuRequest()).contains(Cores.parse("500m"));
        assertThat(plan.resources().cpuLimit()).contains(Cores.of(2));
    }

    @Test
    void aStepReturnsANewPlanAndLeavesTheOldOne() {
        var before = ExecutorPlan.of(4);

        assertThat(before.cores(2)).isNotEqualTo(before);
        assertThat(before).isEqualTo(ExecutorPlan.of(4));
    }

    @Test
    void dynamicStartsWithItsLowerBoundUnlessToldElse() {
        var plan = ExecutorPlan.dynamic(1, 10);

        assertThat(plan.count().atStart()).isEqualTo(1);
        assertThat(plan.initial(3).count().atStart()).isEqualTo(3);
        assertThat(plan.idle(Duration.ofMinutes(2)).initial(3).count().atMost()).isEqualTo(10);
    }

    @Test
    void driverKeepsWhatWasSaid() {
        var plan = DriverPlan.defaults()
                .cores(1)
                .memory("2g")
                .host("10.0.0.7")
                .bindAddress("0.0.0.0")
                .port(7078)
                .blockManagerPort(7079)
                .serviceAccount("spark");

        assertThat(plan.resources().memory()).contains(Memory.parse("2g"));
        assertThat(plan.address().host()).contains("10.0.0.7");
        assertThat(plan.address().bindAddress()).contains("0.0.0.0");
        assertThat(plan.address().port()).contains(7078);
        assertThat(plan.address().blockManagerPort()).contains(7079);
        assertThat(plan.serviceAccount()).contains("spark");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong(() -> ExecutorPlan.of(-1), "ExecutorPlan.of(-1)", "write ExecutorPlan.of(1)"),
                wrong(() -> ExecutorPlan.of(0), "ExecutorPlan.of(0)", "write ExecutorPlan.of(1)"),
                wrong(() -> ExecutorPlan.dynamic(-1, 2), "dynamic(-1, 2)", "write ExecutorPlan.dynamic(0, 2)"),
                wrong(() -> ExecutorPlan.dynamic(1, 2).initial(-3), "initial(-3)", "write .initial(0)"),
                wrong(() -> ExecutorPlan.dynamic(1, 2).idle(Duration.ZERO), "PT0S", "write .idle("),
                wrong(() -> ExecutorPlan.of(2).initial(1), "fixed number", "write ExecutorPlan.dynamic(1, 2).initial("),
                wrong(() -> ExecutorPlan.of(2).cores(0), "cores(0)", "write .cores(1)"),
                wrong(() -> ExecutorPlan.of(2).memory("4gb"), "\"4gb\"", "write \"4g\""),
                wrong(() -> ExecutorPlan.of(2).memoryOverhead("-1g"), "\"-1g\"", "write \"1g\""),
                wrong(() -> ExecutorPlan.of(2).cpuLimit("much"), "\"much\"", "write \"500m\""),
                wrong(() -> DriverPlan.defaults().port(80), "port(80)", "write .port(7078)"),
                wrong(() -> DriverPlan.defaults().host(" "), "host(\" \")", "write .host("),
                wrong(() -> DriverPlan.defaults().host("http://x"), "http://x", "write .host("),
                wrong(
                        () -> DriverPlan.defaults().serviceAccount("My SA"),
                        "\"My SA\"",
                        "write .serviceAccount(\"my-sa\")"));
    }

    private static Arguments wrong(ThrowingCallable call, String value, String write) {
        return Arguments.of(call, value, write);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aBadSingleValueFailsWhereItIsMade(ThrowingCallable call, String value, String write) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(value)
                .hasMessageContaining(write);
    }
}
