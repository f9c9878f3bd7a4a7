package dev.kindling.benchmarks;

import dev.kindling.SessionSpec;
import dev.kindling.Spark;
import dev.kindling.run.Settings;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.PodPlan;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What JMH measures: from a spec to checked settings, and the same keys set by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SettingsWork {

    private final SessionSpec spec = spec();
    private final Map<String, String> keys = spec.settings().asMap();

    /** The check and the settings of a spec that says something of everything. */
    @Benchmark
    public Settings kindling() {
        spec.check();
        return spec.settings();
    }

    /** The least there is to do: the values are strings already, and nothing is looked at. */
    @Benchmark
    public SparkConf handWritten() {
        SparkConf conf = new SparkConf(false);
        keys.forEach(conf::set);
        return conf;
    }

    private static SessionSpec spec() {
        PodPlan pod = PodPlan.none()
                .env("TZ", "UTC")
                .secretEnv("TOKEN", "vault", "token")
                .label("team", "analytics")
                .annotation("owner", "etl")
                .nodeSelector("disk", "ssd")
                .priorityClass("batch");
        return Spark.session("words")
                .image("registry.local/spark:4.1.1")
                .executors(ExecutorPlan.of(4).cores(2).memory("4g").cpuRequest("1500m"))
                .driver(DriverPlan.defaults().host("10.0.0.7"))
                .pods(pod)
                .jar("local:///app/etl.jar")
                .file("/etc/hosts")
                .conf("spark.sql.shuffle.partitions", "64")
                .conf("spark.sql.adaptive.enabled", "true");
    }
}
