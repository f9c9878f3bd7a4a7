package dev.kindling.internal.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderTest {
    @Test
    void isWhatItsArgumentsSay() {
        var order = new Order(
                "x.Main",
                List.of("s3a://b/1/a.jar", "local:///app/b.jar"),
                List.of("s3a://b/2/c.csv"),
                Optional.of("s3a://b/3/left-out.txt"),
                List.of("--class", "theirs", "--"));
        assertThat(Order.parse(order.toArguments())).isEqualTo(order);
    }

    @Test
    void argumentsOfOthersAreRefused() {
        assertThatThrownBy(() -> Order.parse(List.of("--class", "x.Main")))
                .hasMessageContaining("Submit the application with Spark.application");
        assertThatThrownBy(() -> Order.parse(List.of("--jar", "a", "--"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Order.parse(List.of("--jars", "a", "--")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
