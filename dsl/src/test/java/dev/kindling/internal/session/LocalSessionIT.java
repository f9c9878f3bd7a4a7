package dev.kindling.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindling.SessionSpec;
import dev.kindling.Spark;
import dev.kindling.diagnosis.SessionActiveException;
import dev.kindling.run.ExecutorStatus;
import dev.kindling.run.RunningSession;
import dev.kindling.run.Setting;
import dev.kindling.target.Local;
import dev.kindling.value.ExecutorPlan;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("embedded")
class LocalSessionIT {

    private static final SessionSpec WORDS =
            Spark.session("words").image("registry.example/spark:4.1.1").executors(ExecutorPlan.of(3));

    @Test
    void runsInThisJvmAndAgainAfterItWasClosed() {
        for (int round = 0; round < 2; round++) {
            try (RunningSession session = WORDS.startOn(Local.threads(2))) {
                assertThat(session.spark().range(1_000).count()).isEqualTo(1_000);
                assertThat(session.executors())
                        .extracting(ExecutorStatus::state)
                        .containsExactly(ExecutorStatus.State.REGISTERED);
                assertThat(session.progress().stages()).isEmpty();
            }
        }
    }

    @Test
    void whatLocalHasNoUseForIsNotedAndNotGivenToSpark() {
        try (RunningSession session = WORDS.startOn(Local.threads(1))) {
            assertThat(session.settings().get("spark.kubernetes.container.image"))
                    .hasValueSatisfying(image -> assertThat(image.origin()).isEqualTo(Setting.Origin.UNUSED));
            assertThat(session.settings().get("spark.master"))
                    .map(Setting::value)
                    .contains("local[1]");
            assertThat(session.settings().get("spark.app.id"))
                    .map(Setting::origin)
                    .contains(Setting.Origin.SPARK);
            assertThat(session.spark().sparkContext().getConf().contains("spark.kubernetes.container.image"))
                    .isFalse();
        }
    }

    @Test
    void theUiListensOnLoopbackOnly() {
        try (RunningSession session = WORDS.startOn(Local.threads(1))) {
            assertThat(session.uiUrl()).hasValueSatisfying(ui -> {
                assertThat(ui.getHost()).isEqualTo("127.0.0.1");
                assertThat(Listening.addressesOf(ui.getPort())).containsExactly("127.0.0.1");
            });
        }
    }

    @Test
    void aSecondSessionNamesTheFirst() {
        try (RunningSession first = WORDS.startOn(Local.threads(1))) {
            var refused = catchThrowableOfType(
                    SessionActiveException.class, () -> Spark.session("late").startOn(Local.threads(1)));
            assertThat(refused.active()).isEqualTo("words");
            assertThat(refused).hasMessageContaining("words").hasMessageContaining("late");
            assertThat(first.spark().range(3).count()).as("the first goes on").isEqualTo(3);
        }
    }

    @Test
    void aContextThatTheProgramMadeItselfIsNamedToo() {
        var context = new SparkContext(
                new SparkConf(false).setMaster("local[1]").setAppName("by-hand").set("spark.ui.enabled", "false"));
        try {
            assertThatThrownBy(() -> WORDS.startOn(Local.threads(1)))
                    .isInstanceOf(SessionActiveException.class)
                    .hasMessageContaining("by-hand");
        } finally {
            context.stop();
        }
    }
}
