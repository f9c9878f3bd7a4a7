package dev.kindling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.diagnosis.InvalidManifestException;
import dev.kindling.diagnosis.ManifestProblem;
import dev.kindling.internal.schema.SampleFiles;
import dev.kindling.run.KeptField;
import dev.kindling.target.Operator;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.PodPlan;
import dev.kindling.value.RestartPolicy;
import dev.kindling.value.Toleration;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadApplicationTest {
    private static final String KUBEFLOW = SampleFiles.text("kubeflow");
    private static final String APACHE = SampleFiles.text("apache");

    @ParameterizedTest
    @ValueSource(strings = {"kubeflow", "apache"})
    void whatIsReadIsWrittenAgainWithoutLossOrAddition(String file) {
        var spec = Spark.readApplication(SampleFiles.path(file));

        assertThat(tree(spec.manifest(own(file)).toYaml())).isEqualTo(tree(SampleFiles.text(file)));
    }

    static Stream<ApplicationSpec> specs() {
        var java = Spark.application("nightly")
                .image("registry.local/etl:7")
                .mainClass("x.Nightly")
                .jar("local:///app/etl.jar")
                .jar("local:///app/more.jar")
                .arguments("--day", "2026-08-01")
                .driver(DriverPlan.defaults().memory("2g").serviceAccount("spark"))
                .executors(ExecutorPlan.of(8).cores(2).memory("4g").cpuRequest("500m"))
                .label("team", "data")
                .restart(RestartPolicy.onFailure(3).interval(Duration.ofSeconds(30)))
                .timeToLive(Duration.ofHours(1))
                .conf("spark.sql.shuffle.partitions", "64");
        var pods = java.pods(PodPlan.none()
                .env("TZ", "UTC")
                .secretEnv("KEY", "lake", "key")
                .nodeSelector("disk", "ssd")
                .toleration(Toleration.ofKey("gpu")));
        return Stream.of(
                java,
                pods,
                java.encryption(false).executors(ExecutorPlan.dynamic(1, 9)),
                Spark.application("report")
                        .image("a/b:1")
                        .python("local:///app/main.py")
                        .pyFile("local:///app/lib.py"));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void whatKindlingWritesItReadsWhole(ApplicationSpec spec) {
        for (var operator : new Operator[] {Operator.kubeflow(), Operator.apache()}) {
            var manifest = spec.manifest(operator);
            var read = Spark.readApplication(manifest.toYaml());

            assertThat(read.keptFields()).isEmpty();
            assertThat(tree(read.manifest(operator).toYaml())).isEqualTo(tree(manifest.toYaml()));
            var plain = Spark.readApplication(
                    read.convertTo(other(operator)).manifest().toYaml());
            assertThat(leaves(tree(plain.convertTo(operator).manifest().toYaml())))
                    .as("Kubeflow's dialect adds the defaults of cores, memory and executors")
                    .containsAll(leaves(tree(manifest.toYaml())));
        }
    }

    @Test
    void whatIsUnderstoodIsAValue() {
        var spec = Spark.readApplication(KUBEFLOW);

        assertThat(spec.toString())
                .contains("ledger-close", "registry.local/ledger:12", "min=1, max=10", "ledger.Close", "serviceAccount")
                .contains("fs.s3a.endpoint", "-XX:+UseZGC", "TZ=UTC");
        assertThat(spec.keptFields())
                .extracting(KeptField::path)
                .contains("spec.proxyUser", "spec.sparkConfigMap", "spec.driverIngressOptions[0].servicePort")
                .doesNotContain(
                        "spec.driver.javaOptions", "spec.hadoopConf[\"fs.s3a.endpoint\"]", "metadata.namespace");
    }

    @Test
    void aChangeIsWrittenAndAllElseStays() {
        var changed = Spark.readApplication(KUEUED)
                .executors(ExecutorPlan.of(5).memory("3g"))
                .conf("spark.sql.shuffle.partitions", "128")
                .conf("spark.driver.extraJavaOptions", "-Xss2m")
                .timeToLive(Duration.ofMinutes(1));
        var expected = KUEUED.replace("instances: 2", "instances: 5")
                .replace("memory: 1500m", "memory: 3g")
                .replace("partitions: \"64\"", "partitions: \"128\"")
                .replace("-XX:+UseZGC", "-Xss2m")
                .replace("timeToLiveSeconds: 3600", "timeToLiveSeconds: 60");

        assertThat(tree(changed.manifest(Operator.kubeflow()).toYaml())).isEqualTo(tree(expected));
    }

    @Test
    void aTolerationIsAddedToTheTemplateThatIsThere() {
        var tree = tree(Spark.readApplication(APACHE)
                .pods(PodPlan.none().toleration(Toleration.ofKey("gpu")))
                .manifest(Operator.apache())
                .toYaml());
        var driver = tree.at("/spec/driverSpec/podTemplateSpec/spec");

        assertThat(driver.path("tolerations").findValuesAsText("key")).containsExactly("batch", "gpu");
        assertThat(driver.at("/containers/0/envFrom/0/configMapRef/name").asText())
                .isEqualTo("ledger-env");
        assertThat(tree.at("/spec/applicationTolerations"))
                .isEqualTo(tree(APACHE).at("/spec/applicationTolerations"));
    }

    @Test
    void unknownFieldsAreKeptAndListed() {
        var text = KUEUED.replace("  driver:\n", "  novelty: {on: [1]}\n  driver:\n    gadget: x\n");
        var spec = Spark.readApplication(text);

        assertThat(spec.keptFields())
                .contains(new KeptField("spec.driver.gadget", "x"))
                .extracting(KeptField::path)
                .contains("spec.novelty");
        assertThat(tree(spec.manifest(Operator.kubeflow()).toYaml())).isEqualTo(tree(text));
        assertThat(tree(spec.timeToLive(Duration.ofMinutes(9))
                                .manifest(Operator.kubeflow())
                                .toYaml())
                        .at("/spec/novelty"))
                .isNotEmpty();
    }

    @Test
    void whatTheClusterAddedIsLeftOut() {
        var text = KUEUED.replace(
                "metadata:\n",
                "status:\n  applicationState: {state: COMPLETED}\nmetadata:\n  uid: u\n  resourceVersion: \"7\"\n"
                        + "  finalizers: [x]\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: x\n");
        var spec = Spark.readApplication(text);

        assertThat(tree(spec.manifest(Operator.kubeflow()).toYaml())).isEqualTo(tree(KUEUED));
        assertThat(spec).isEqualTo(Spark.readApplication(KUEUED));
    }

    @Test
    void wrongValuesAreToldWithLineAndColumn() {
        var text = KUEUED.replace("type: Java", "type: Jawa").replace("instances: 2", "instances: 0");
        var refused = catchThrowableOfType(InvalidManifestException.class, () -> Spark.readApplication(text));

        assertThat(refused.problems())
                .extracting(ManifestProblem::toString)
                .satisfiesExactly(
                        type -> assertThat(type).contains("spec.type (line 10, column 3)", "write type: Java"),
                        count -> assertThat(count).contains("spec.executor.instances (line", "write instances: 1"));
    }

    @Test
    void anotherKindIsNoApplication() {
        assertThatThrownBy(() -> Spark.readApplication(SampleFiles.path("schedule")))
                .isInstanceOf(InvalidManifestException.class)
                .hasMessageContaining("ScheduledSparkApplication")
                .hasMessageContaining("schedule.yaml");
    }

    private static List<String> leaves(JsonNode node) {
        return leaves(JsonPointer.empty(), node).toList();
    }

    private static Stream<String> leaves(JsonPointer at, JsonNode node) {
        if (node.isObject() && !node.isEmpty()) {
            return node.properties().stream()
                    .flatMap(field -> leaves(at.appendProperty(field.getKey()), field.getValue()));
        }
        return node.isArray() && !node.isEmpty()
                ? IntStream.range(0, node.size()).boxed().flatMap(i -> leaves(at.appendIndex(i), node.get(i)))
                : Stream.of(at + "=" + node);
    }

    private static final String KUEUED =
            """
            apiVersion: sparkoperator.k8s.io/v1beta2
            kind: SparkApplication
            metadata:
              name: nightly
              namespace: etl
              labels:
                kueue.x-k8s.io/queue-name: night
            spec:
              suspend: true
              type: Java
              sparkVersion: 4.1.1
              image: registry.local/etl:7
              mainClass: x.Nightly
              mainApplicationFile: local:///app/etl.jar
              timeToLiveSeconds: 3600
              sparkConf:
                spark.sql.shuffle.partitions: "64"
              driver:
                javaOptions: -XX:+UseZGC
                serviceAccount: spark
                lifecycle:
                  preStop:
                    exec:
                      command: [sleep, "1"]
              executor:
                instances: 2
                memory: 1500m
            """;

    private static Operator own(String file) {
        return file.equals("kubeflow") ? Operator.kubeflow() : Operator.apache();
    }

    private static Operator other(Operator operator) {
        return operator instanceof Operator.Kubeflow ? Operator.apache() : Operator.kubeflow();
    }

    private static JsonNode tree(String yaml) {
        return SampleFiles.document(yaml).root();
    }
}
