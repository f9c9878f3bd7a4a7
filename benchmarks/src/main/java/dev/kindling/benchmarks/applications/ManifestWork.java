package dev.kindling.benchmarks.applications;

import dev.kindling.ApplicationSpec;
import dev.kindling.Spark;
import dev.kindling.diagnosis.ManifestProblem;
import dev.kindling.run.SparkManifest;
import dev.kindling.target.Operator;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.PodPlan;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What JMH measures: rendering, the same resource by fabric8's builders, and validating it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ManifestWork {

    static final String YAML_WITH_A_MISTAKE =
            """
            apiVersion: sparkoperator.k8s.io/v1beta2
            kind: SparkApplication
            metadata:
              name: nightly
            spec:
              type: Java
              mode: cluster
              sparkVersion: 4.1.1
              image: registry.local/etl:7
              mainClass: x.Nightly
              mainApplicationFile: local:///app/etl.jar
              driver:
                cores: one
              executor:
                instances: 2
            """;

    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    private final ApplicationSpec spec = spec();
    private final SparkManifest manifest = spec.manifest(Operator.kubeflow());
    private final GenericKubernetesResource parts =
            SERIALIZATION.unmarshal(manifest.toYaml(), GenericKubernetesResource.class);

    /** Checked, rendered, as text. */
    @Benchmark
    public String render() {
        return spec.manifest(Operator.kubeflow()).toYaml();
    }

    /** The same resource by whoever knows each field by heart; nothing is checked. */
    @Benchmark
    @SuppressWarnings("unchecked")
    public String handWritten() {
        var known = (Map<String, Object>) parts.getAdditionalProperties().get("spec");
        var fields = new LinkedHashMap<String, Object>();
        known.forEach((field, value) -> fields.put(field, copy(value)));
        return SERIALIZATION.asYaml(new GenericKubernetesResourceBuilder()
                .withApiVersion("sparkoperator.k8s.io/v1beta2")
                .withKind("SparkApplication")
                .withNewMetadata()
                .withName("nightly")
                .endMetadata()
                .addToAdditionalProperties("spec", fields)
                .build());
    }

    /** Everything that is wrong with the text. */
    @Benchmark
    public List<ManifestProblem> validate() {
        return manifest.problems();
    }

    /** Builders make each map and list anew. */
    private static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            var fields = new LinkedHashMap<Object, Object>();
            map.forEach((key, each) -> fields.put(key, copy(each)));
            return fields;
        }
        return value instanceof List<?> list
                ? list.stream().map(ManifestWork::copy).toList()
                : value;
    }

    private static ApplicationSpec spec() {
        return Spark.application("nightly")
                .image("registry.local/etl:7")
                .mainClass("x.Nightly")
                .jar("local:///app/etl.jar")
                .arguments("--day", "2026-08-01")
                .driver(DriverPlan.defaults().serviceAccount("spark").memory("2g"))
                .executors(ExecutorPlan.of(8).cores(2).memory("4g").cpuRequest("1500m"))
                .pods(PodPlan.none().label("team", "analytics").nodeSelector("disk", "ssd"))
                .env("TZ", "UTC")
                .conf("spark.sql.shuffle.partitions", "64");
    }
}
