package dev.kindling.embedded.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kindling.run.Outcome;
import dev.kindling.run.StateChange;
import org.junit.jupiter.api.Test;

/** What only Kubeflow's operator can do. */
abstract class KubeflowScenarios extends RunScenarios {

    @Test
    void oneThatIsSuspendedLosesItsWorkAndBeginsAnew() {
        var run = submitted(stage().job(name("suspended"), "sleep", "600").logs(kept()));
        awaitSleep(run);

        var suspension = run.suspend(LIMIT);

        assertThat(run.state().name()).isEqualTo("SUSPENDED");
        looksWell(run, "suspended");
        assertThat(suspension.workLost()).isTrue();
        assertThat(suspension.warning()).contains("attempt 1 is lost");
        assertThat(stage().client()
                        .pods()
                        .inNamespace(run.namespace())
                        .withLabel("sparkoperator.k8s.io/app-name", run.name())
                        .withLabel("spark-role", "driver")
                        .list()
                        .getItems())
                .isEmpty();
        run.resume();
        await().atMost(LIMIT)
                .until(() -> drivers(run).stream().anyMatch(log -> log.source().attempt() == 2));
        looksWell(run, "resumed");
        assertThat(run.states()).extracting(StateChange::attempt).contains(1);
        run.cancel();
        assertThat(run.await(LIMIT)).isInstanceOf(Outcome.Cancelled.class);
    }
}
