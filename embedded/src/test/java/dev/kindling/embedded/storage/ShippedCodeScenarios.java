package dev.kindling.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindling.ApplicationSpec;
import dev.kindling.Spark;
import dev.kindling.diagnosis.TaskFailedException;
import dev.kindling.embedded.storage.ShippedJob.Sum;
import dev.kindling.run.Outcome;
import dev.kindling.storage.CodeStore;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code of this machine in drivers and executors of an image that has none of it; at most two applications at a time. */
abstract class ShippedCodeScenarios {
    static final Duration LIMIT = Duration.ofMinutes(6);

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    /** Where runs are submitted. */
    abstract KubernetesCluster cluster();

    /** The store as pods and this machine reach it. */
    abstract S3 store();

    abstract String bucket();

    abstract ApplicationSpec withImage(ApplicationSpec spec);

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(objects()).isEmpty();
    }

    @Test
    void aClassOfThisProjectRunsAndItsCodeStaysAsLongAsARunNeedsIt() throws IOException {
        var steps = new CopyOnWriteArrayList<String>();
        var first = spec("main").main(ShippedJob.class).arguments("100").submitTo(cluster(), steps::add);
        try {
            assertThat(steps).isNotEmpty().allMatch(step -> step.contains(" brought, "));
            var again = first.restart();
            try {
                assertThat(first.await(LIMIT)).isEqualTo(new Outcome.Succeeded());
                assertThat(first.driverLog()).contains("sum: 9900");
                first.delete();
                assertThat(objects()).anyMatch(object -> object.endsWith(".jar"));
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
    void aFunctionBringsItsResultBackOrWhatItThrew() throws IOException {
        var factor = 3L;
        var good = spec("good")
                .task(spark -> new Sum(factor * ShippedJob.sum(spark, 10), "tripled"))
                .submitTo(cluster());
        try {
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
                assertThat(good.result(LIMIT)).isEqualTo(new Sum(270, "tripled"));
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
        return withImage(Spark.application(name + "-" + run))
                .s3(store())
                .codeIn(CodeStore.at("s3a://" + bucket() + "/code-" + run).keepUnused(Duration.ZERO))
                .driver(DriverPlan.defaults().memory("512m").cpuRequest("100m"))
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("100m"));
    }

    private List<String> objects() throws IOException {
        var settings = new Configuration();
        store().hadoopPropertiesFromHere().forEach(settings::set);
        var code = new org.apache.hadoop.fs.Path("s3a://" + bucket() + "/");
        try (var files = FileSystem.newInstance(URI.create("s3a://" + bucket()), settings)) {
            var found = new ArrayList<String>();
            for (var all = files.listFiles(code, true); all.hasNext(); ) {
                found.add(all.next().getPath().toString());
            }
            return found;
        }
    }
}
