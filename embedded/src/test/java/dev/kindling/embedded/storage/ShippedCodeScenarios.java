package dev.kindling.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindling.ApplicationSpec;
import dev.kindling.Spark;
import dev.kindling.diagnosis.TaskFailedException;
import dev.kindling.embedded.SharedCores;
import dev.kindling.embedded.storage.ShippedJob.Sum;
import dev.kindling.storage.CodeStore;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code of this machine in drivers and executors of an image that has none of it; one application at a time, as another class runs beside. */
abstract class ShippedCodeScenarios {
    static final Duration LIMIT = Duration.ofMinutes(6);

    final String run = UUID.randomUUID().toString().substring(0, 8);

    /** Where runs are submitted. */
    abstract KubernetesCluster cluster();

    /** The store as pods and this machine reach it. */
    abstract S3 store();

    abstract String bucket();

    abstract ApplicationSpec withImage(ApplicationSpec spec);

    @AfterEach
    void nothingIsLeft() {
        assertThat(objects()).isEmpty();
    }

    @Test
    void aFunctionBringsItsResultBackOrWhatItThrew() {
        var factor = 3L;
        var good = spec("good")
                .task(spark -> new Sum(factor * ShippedJob.sum(spark, 10), "tripled"))
                .submitTo(cluster());
        try {
            assertThat(good.result(LIMIT)).isEqualTo(new Sum(270, "tripled"));
            var steps = new CopyOnWriteArrayList<String>();
            var bad = spec("bad")
                    .task(spark -> {
                        throw new IllegalStateException("no day to write", new IOException("day 31"));
                    })
                    .submitTo(cluster(), steps::add);
            try {
                assertThat(steps.stream().filter(step -> step.contains(" brought, ")))
                        .singleElement()
                        .asString()
                        .contains("task.ser brought, ");
                var thrown = catchThrowableOfType(TaskFailedException.class, () -> bad.result(LIMIT));
                assertThat(thrown.remote()).hasToString("java.lang.IllegalStateException: no day to write");
                assertThat(thrown.remote().getStackTrace()[0].getClassName())
                        .isEqualTo(ShippedCodeScenarios.class.getName());
                assertThat(thrown.remote().getCause()).hasToString("java.io.IOException: day 31");
            } finally {
                bad.application().delete();
            }
            assertThat(objects()).anyMatch(object -> object.endsWith("/result"));
        } finally {
            good.application().delete();
        }
    }

    /** No class path has its class but by the package. */
    @Test
    void aPackageIsResolvedHereAndThereOnDriverAndExecutors(@TempDir Path folder) throws IOException {
        var repository = MavenFolder.in(folder.resolve("repository"))
                .artifact(
                        "org.example",
                        "greeting",
                        "1.0",
                        "package greet; public class Greeting {"
                                + " public static String of(long n) { return \"hello \" + n; } }");
        var run = repository
                .usedBy(spec("package").packages("org.example:greeting:1.0"), folder)
                .task(ShippedJob::greetings)
                .submitTo(cluster());
        try {
            assertThat(run.result(LIMIT)).isEqualTo("hello 7, [hello 0, hello 1]");
        } finally {
            run.application().delete();
        }
    }

    final ApplicationSpec spec(String name) {
        return withImage(SharedCores.shortLived(Spark.application(name + "-" + run)))
                .s3(store())
                .codeIn(CodeStore.at("s3a://" + bucket() + "/code-" + run).keepUnused(Duration.ZERO))
                .driver(DriverPlan.defaults().memory("512m").cpuRequest("100m"))
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("100m"));
    }

    final List<String> objects() {
        return RawStore.objects(store(), bucket());
    }
}
