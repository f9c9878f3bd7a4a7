package dev.kindling.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kindling.Spark;
import dev.kindling.run.ListedApplication;
import dev.kindling.run.Outcome;
import dev.kindling.run.SubmittedSchedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With Kubeflow's operator, which also keeps schedules. */
abstract class KubeflowCodeScenarios extends ShippedCodeScenarios {
    private static final String JAR = ".jar";

    @Test
    void aClassOfThisProjectRunsAndItsCodeStaysAsLongAsARunNeedsIt(@TempDir Path folder) throws IOException {
        var plan = Files.writeString(folder.resolve("day plan 100%20 sure.txt"), "rest");
        var steps = new CopyOnWriteArrayList<String>();
        var first = spec("main")
                .main(ShippedJob.class)
                .file(plan)
                .arguments("100", plan.getFileName().toString())
                .submitTo(cluster(), steps::add);
        try {
            assertThat(steps).isNotEmpty().allMatch(step -> step.contains(" brought, "));
            assertThat(first.await(LIMIT)).isEqualTo(new Outcome.Succeeded());
            assertThat(first.driverLog()).contains("sum: 9900", "plan: rest");
            var again = first.restart();
            try {
                first.delete();
                assertThat(objects()).anyMatch(object -> object.endsWith(JAR));
                assertThat(again.await(LIMIT)).isEqualTo(new Outcome.Succeeded());
                assertThat(again.driverLog()).contains("sum: 9900");
            } finally {
                again.delete();
            }
        } finally {
            first.delete();
        }
    }

    @Test
    void theCodeOfAScheduleStaysForAllItsRuns() {
        var steps = new CopyOnWriteArrayList<String>();
        var program = spec("main").main(ShippedJob.class).arguments("10");
        var schedule = Spark.schedule("often-" + run, "@every 15s", program).submitTo(cluster(), steps::add);
        try {
            assertThat(steps).isNotEmpty().allMatch(step -> step.contains(" brought, "));
            var first = completed(schedule, "");
            Spark.applications(cluster()).find(first).orElseThrow().delete();
            assertThat(objects()).anyMatch(object -> object.endsWith(JAR));
            assertThat(completed(schedule, first)).isNotEqualTo(first);
        } finally {
            schedule.delete();
        }
    }

    private static String completed(SubmittedSchedule schedule, String butNot) {
        return await().atMost(LIMIT)
                .until(
                        () -> schedule.runs().stream()
                                .filter(each -> each.state().isFinal())
                                .filter(each -> !each.name().equals(butNot))
                                .peek(each -> assertThat(each.state().name()).isEqualTo("COMPLETED"))
                                .map(ListedApplication::name)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
