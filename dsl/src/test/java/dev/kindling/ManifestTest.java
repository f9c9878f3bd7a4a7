package dev.kindling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.diagnosis.Problem;
import dev.kindling.image.PullPolicy;
import dev.kindling.image.SparkImage;
import dev.kindling.target.Operator;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.PodPlan;
import dev.kindling.value.RestartPolicy;
import dev.kindling.value.Toleration;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ManifestTest {
    private static final ApplicationSpec NIGHTLY = Spark.application("nightly")
            .image(SparkImage.parse("registry.local/etl:7")
                    .pullPolicy(PullPolicy.ALWAYS)
                    .pullSecret("login"))
            .mainClass("x.Nightly")
            .jar("local:///app/etl.jar")
            .jar("local:///app/more.jar")
            .arguments("--day", "2026-08-01")
            .driver(DriverPlan.defaults().memory("2g").serviceAccount("spark"))
            .executors(ExecutorPlan.of(8).cores(2).memory("4g").cpuRequest("500m"))
            .label("team", "data")
            .conf("spark.sql.shuffle.partitions", "64");

    @Test
    void kubeflow() {
        var manifest = NIGHTLY.manifest(Operator.kubeflow());

        assertThat(manifest.toYaml())
                .isEqualTo(
                        """
                ---
                apiVersion: "sparkoperator.k8s.io/v1beta2"
                kind: "SparkApplication"
                metadata:
                  name: "nightly"
                spec:
                  type: "Java"
                  mode: "cluster"
                  sparkVersion: "4.1.1"
                  image: "registry.local/etl:7"
                  imagePullPolicy: "Always"
                  imagePullSecrets:
                  - "login"
                  mainClass: "x.Nightly"
                  mainApplicationFile: "local:///app/etl.jar"
                  arguments:
                  - "--day"
                  - "2026-08-01"
                  deps:
                    jars:
                    - "local:///app/more.jar"
                  restartPolicy:
                    type: "Never"
                  sparkConf:
                    spark.kubernetes.executor.label.team: "data"
                    spark.kubernetes.driver.label.team: "data"
                    spark.authenticate: "true"
                    spark.network.crypto.enabled: "true"
                    spark.network.crypto.authEngineVersion: "2"
                    spark.sql.shuffle.partitions: "64"
                  driver:
                    cores: 1
                    memory: "2g"
                    serviceAccount: "spark"
                  executor:
                    cores: 2
                    memory: "4g"
                    coreRequest: "500m"
                    instances: 8
                """);
        assertThat(manifest).hasToString("SparkApplication nightly (sparkoperator.k8s.io/v1beta2)");
    }

    @Test
    void apache() {
        assertThat(NIGHTLY.manifest(Operator.apache()).toYaml())
                .isEqualTo(
                        """
                ---
                apiVersion: "spark.apache.org/v1"
                kind: "SparkApplication"
                metadata:
                  name: "nightly"
                spec:
                  deploymentMode: "ClusterMode"
                  mainClass: "x.Nightly"
                  jars: "local:///app/etl.jar"
                  driverArgs:
                  - "--day"
                  - "2026-08-01"
                  runtimeVersions:
                    sparkVersion: "4.1.1"
                  applicationTolerations:
                    restartConfig:
                      restartPolicy: "Never"
                    resourceRetainPolicy: "Never"
                  sparkConf:
                    spark.kubernetes.container.image: "registry.local/etl:7"
                    spark.kubernetes.container.image.pullPolicy: "Always"
                    spark.kubernetes.container.image.pullSecrets: "login"
                    spark.dynamicAllocation.enabled: "false"
                    spark.executor.instances: "8"
                    spark.executor.cores: "2"
                    spark.executor.memory: "4g"
                    spark.kubernetes.executor.request.cores: "500m"
                    spark.kubernetes.executor.label.team: "data"
                    spark.driver.memory: "2g"
                    spark.kubernetes.driver.label.team: "data"
                    spark.authenticate: "true"
                    spark.network.crypto.enabled: "true"
                    spark.network.crypto.authEngineVersion: "2"
                    spark.sql.shuffle.partitions: "64"
                    spark.jars: "local:///app/more.jar"
                    spark.kubernetes.authenticate.driver.serviceAccountName: "spark"
                """);
    }

    @Test
    void whatSettingsCannotSayGoesIntoPodTemplates() {
        var spec = NIGHTLY.pods(PodPlan.none().toleration(Toleration.ofKey("gpu")));

        assertThat(spec.manifest(Operator.kubeflow()).toYaml())
                .contains("template:", "name: \"spark-kubernetes-driver\"", "name: \"spark-kubernetes-executor\"");
        assertThat(spec.manifest(Operator.apache()).toYaml())
                .contains("driverSpec:\n    podTemplateSpec:", "executorSpec:\n    podTemplateSpec:", "key: \"gpu\"");
    }

    @Test
    void dynamicAllocationIsAFieldOfKubeflows() {
        var yaml = NIGHTLY.executors(ExecutorPlan.dynamic(1, 9))
                .manifest(Operator.kubeflow())
                .toYaml();

        assertThat(yaml).contains("dynamicAllocation:\n    enabled: true\n    initialExecutors: 1");
        assertThat(yaml).doesNotContain("instances", "spark.dynamicAllocation");
    }

    @Test
    void rawSettingsThatHaveNoFieldOfTheirOwnAreKept() {
        var spec = Spark.application("raw")
                .jar("local:///a.py")
                .conf("spark.kubernetes.container.image", "raw:1")
                .conf("spark.jars", "local:///b.jar")
                .conf("spark.executor.memory", "3g")
                .conf("spark.executor.instances", "5");

        assertThat(spec.manifest(Operator.kubeflow()).toYaml())
                .contains("type: \"Python\"", "image: \"raw:1\"", "spark.jars: \"local:///b.jar\"")
                .contains("memory: \"3g\"", "instances: 5");
        assertThat(spec.manifest(Operator.apache()).toYaml())
                .contains("pyFiles: \"local:///a.py\"", "spark.jars: \"local:///b.jar\"");
    }

    @Test
    void whatADialectCannotSayIsAnErrorWithAName() {
        var spec = NIGHTLY.jar("s3a://lake/x.jar")
                .file("pom.xml")
                .driver(DriverPlan.defaults().host("10.0.0.7"));
        var kubeflow = catchThrowableOfType(InvalidSpecException.class, () -> spec.manifest(Operator.kubeflow()));
        var apache = catchThrowableOfType(InvalidSpecException.class, () -> spec.manifest(Operator.apache()));

        assertThat(kubeflow.problems())
                .extracting(Problem::value)
                .satisfiesExactly(
                        file -> assertThat(file).isEqualTo("pom.xml"),
                        address -> assertThat(address).contains("10.0.0.7"),
                        jar -> assertThat(jar).isEqualTo("s3a://lake/x.jar"));
        assertThat(apache.problems()).hasSize(2);
        assertThat(kubeflow.problems())
                .allSatisfy(problem -> assertThat(problem.lineToWrite()).isNotBlank());
    }

    @Test
    void anImageIsNeeded() {
        assertThatThrownBy(() -> Spark.application("x").jar("local:///a.py").manifest(Operator.apache()))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining(".image(..)");
    }

    @Test
    void theVersionIsTheOneOnTheClassPath() {
        assertThat(NIGHTLY.manifest(Operator.apache()).toYaml())
                .contains("sparkVersion: \"" + org.apache.spark.package$.MODULE$.SPARK_VERSION() + "\"");
    }

    @Test
    void restartsAreWrittenWithEveryDefault() {
        var spec = NIGHTLY.restart(
                        RestartPolicy.onFailure(3).submissionRetries(5).interval(Duration.ofSeconds(30)))
                .timeToLive(Duration.ofHours(1));

        assertThat(spec.manifest(Operator.kubeflow()).toYaml())
                .contains(
                        """
                  restartPolicy:
                    type: "OnFailure"
                    onFailureRetries: 3
                    onFailureRetryInterval: 30
                    onSubmissionFailureRetries: 5
                    onSubmissionFailureRetryInterval: 30
                  timeToLiveSeconds: 3600
                """);
        assertThat(spec.manifest(Operator.apache()).toYaml())
                .contains(
                        """
                    restartConfig:
                      restartPolicy: "OnFailure"
                      maxRestartAttempts: 8
                      maxRestartOnFailure: 3
                      maxRestartOnSchedulingFailure: 5
                      restartBackoffMillis: 30000
                      restartBackoffMillisForSchedulingFailure: 30000
                    resourceRetainPolicy: "Never"
                    ttlAfterStopMillis: 3600000
                """);
    }

    @Test
    void alwaysHasNoEndInEitherDialect() {
        var spec = NIGHTLY.restart(RestartPolicy.always());

        assertThat(spec.manifest(Operator.kubeflow()).toYaml())
                .contains("type: \"Always\"", "onFailureRetryInterval: 5", "onSubmissionFailureRetryInterval: 5");
        assertThat(spec.manifest(Operator.apache()).toYaml())
                .contains("restartPolicy: \"Always\"", "maxRestartAttempts: 2147483647");
    }

    @Test
    void pythonWithModules() {
        var spec = Spark.application("py")
                .image("spark:1")
                .python("local:///app/main")
                .pyFile("local:///app/lib.zip");

        assertThat(spec.manifest(Operator.kubeflow()).toYaml())
                .contains("type: \"Python\"", "mainApplicationFile: \"local:///app/main\"")
                .contains("    pyFiles:\n    - \"local:///app/lib.zip\"");
        assertThat(spec.manifest(Operator.apache()).toYaml())
                .contains("mainClass: \"org.apache.spark.deploy.PythonRunner\"")
                .contains("pyFiles: \"local:///app/main,local:///app/lib.zip\"");
    }

    @Test
    void scalaAndR() {
        var r = Spark.application("stat").image("spark:1").r("local:///app/main.R");

        assertThat(NIGHTLY.scala().manifest(Operator.kubeflow()).toYaml()).contains("type: \"Scala\"");
        assertThat(r.manifest(Operator.kubeflow()).toYaml()).contains("type: \"R\"");
        assertThat(r.manifest(Operator.apache()).toYaml()).contains("sparkRFiles: \"local:///app/main.R\"");
    }

    @Test
    void kueueGetsASuspendedResourceWithItsLabel() {
        assertThat(NIGHTLY.kueue("team-a").manifest(Operator.kubeflow()).toYaml())
                .contains("labels:\n    kueue.x-k8s.io/queue-name: \"team-a\"", "suspend: true");
        assertThatThrownBy(() -> NIGHTLY.kueue("team-a").manifest(Operator.apache()))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("Kueue admits an application by resuming it")
                .hasMessageContaining(".label(\"kueue.x-k8s.io/queue-name\", \"team-a\")");
    }

    @Test
    void withoutEncryptionBothOperatorsAreToldSo() {
        var yaml = NIGHTLY.encryption(false).manifest(Operator.apache()).toYaml();

        assertThat(yaml).contains("spark.authenticate: \"false\"").contains("spark.network.crypto.enabled: \"false\"");
    }

    @Test
    void whatAServersOwnTemplateSaysIsKept() {
        var yaml = Spark.connectServer("shared")
                .image("spark:1")
                .server(DriverPlan.defaults()
                        .serviceAccount("spark")
                        .pod(PodPlan.none().label("team", "data").template(pod -> pod.editOrNewMetadata()
                                .addToLabels("of", "template")
                                .endMetadata()
                                .editOrNewSpec()
                                .withHostNetwork(true)
                                .endSpec())))
                .manifest(Operator.kubeflow())
                .toYaml();

        assertThat(yaml).contains("of: \"template\"", "team: \"data\"", "hostNetwork: true", "memory: \"1408Mi\"");
    }
}
