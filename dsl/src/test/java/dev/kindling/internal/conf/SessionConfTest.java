package dev.kindling.internal.conf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.image.PullPolicy;
import dev.kindling.image.SparkImage;
import dev.kindling.internal.plan.SessionPlan;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.run.Setting.Origin;
import dev.kindling.run.Settings;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.PodPlan;
import dev.kindling.value.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionConfTest {
    private static final WorkloadPlan WORDS = WorkloadPlan.named("words");
    private static final PodFacts PODS = new PodFacts(
            "etl",
            Optional.of("lab"),
            Optional.of("spark"),
            "words-1",
            Optional.of("me"),
            Optional.of(Path.of("t.yaml")));
    private static final DriverEndpoint DRIVER = new DriverEndpoint("10.0.0.7", "0.0.0.0", 7078, 7079);
    private static final RpcSecret SECRET = new RpcSecret("words-rpc", "key", Path.of("/tmp/rpc"), "/never/read");

    private static SessionFacts.OnCluster cluster(Optional<RpcSecret> secret, List<String> jars) {
        var image = Optional.of(SparkImage.parse("fallback:1"));
        return new SessionFacts.OnCluster("k8s://https://10.0.0.1:6443", PODS, DRIVER, image, secret, jars);
    }

    private static Settings onCluster(WorkloadPlan plan) {
        return SessionConf.of(new SessionPlan(plan), cluster(Optional.of(SECRET), List.of()));
    }

    @Test
    void everyDutyIsThereWhateverTheSpecSays() {
        var plan = WORDS.conf("spark.executor.maxNumFailures", "3")
                .conf("spark.scheduler.minRegisteredResourcesRatio", "1.0")
                .conf("spark.scheduler.maxRegisteredResourcesWaitingTime", "30s");

        assertThat(onCluster(plan).asMap())
                .containsEntry("spark.ui.port", "0")
                .containsEntry("spark.executor.maxNumFailures", "2147483647")
                .containsEntry("spark.scheduler.minRegisteredResourcesRatio", "0")
                .doesNotContainKey("spark.scheduler.maxRegisteredResourcesWaitingTime");
    }

    @Test
    void detectedFactsAreSettings() {
        assertThat(onCluster(WORDS).asMap())
                .containsEntry("spark.master", "k8s://https://10.0.0.1:6443")
                .containsEntry("spark.kubernetes.namespace", "etl")
                .containsEntry("spark.kubernetes.context", "lab")
                .containsEntry("spark.kubernetes.executor.podNamePrefix", "words-1")
                .containsEntry("spark.kubernetes.authenticate.executor.serviceAccountName", "spark")
                .containsEntry("spark.kubernetes.driver.pod.name", "me")
                .containsEntry("spark.kubernetes.executor.podTemplateFile", "t.yaml")
                .containsEntry("spark.driver.host", "10.0.0.7")
                .containsEntry("spark.driver.bindAddress", "0.0.0.0")
                .containsEntry("spark.driver.port", "7078")
                .containsEntry("spark.driver.blockManager.port", "7079");
        assertThat(onCluster(WORDS).get("spark.driver.host").orElseThrow().origin())
                .isEqualTo(Origin.DETECTED);
    }

    @Test
    void securityIsTheRecipeThatWorksAndHoldsNoSecret() {
        var settings = onCluster(WORDS);

        assertThat(settings.get("spark.authenticate.secret.driver.file")
                        .orElseThrow()
                        .value())
                .isEqualTo("/tmp/rpc");
        assertThat(settings.get("spark.authenticate.secret.executor.file")
                        .orElseThrow()
                        .value())
                .isEqualTo("/never/read");
        assertThat(settings.get("spark.kubernetes.executor.secretKeyRef._SPARK_AUTH_SECRET")
                        .orElseThrow()
                        .value())
                .isEqualTo("words-rpc:key");
        assertThat(settings.asMap())
                .containsEntry("spark.authenticate", "true")
                .containsEntry("spark.network.crypto.enabled", "true")
                .containsEntry("spark.network.crypto.authEngineVersion", "2");
        var open = SessionConf.of(new SessionPlan(WORDS), cluster(Optional.empty(), List.of()));
        assertThat(open.asMap()).doesNotContainKeys("spark.authenticate", "spark.network.crypto.enabled");
    }

    @Test
    void typedValuesBecomeSettingsOfYours() {
        var plan = WORDS.image(
                        SparkImage.parse("spark:1").pullPolicy(PullPolicy.NEVER).pullSecret("login"))
                .executors(ExecutorPlan.of(4)
                        .cores(2)
                        .memory("4g")
                        .memoryOverhead("1g")
                        .cpuRequest("500m")
                        .cpuLimit("2"))
                .jar("local:///a.jar")
                .packages("g:a:1")
                .file("local:///f");
        var settings = onCluster(plan);

        assertThat(settings.asMap())
                .containsEntry("spark.kubernetes.container.image", "spark:1")
                .containsEntry("spark.kubernetes.container.image.pullPolicy", "Never")
                .containsEntry("spark.kubernetes.container.image.pullSecrets", "login")
                .containsEntry("spark.executor.instances", "4")
                .containsEntry("spark.executor.cores", "2")
                .containsEntry("spark.executor.memory", "4g")
                .containsEntry("spark.executor.memoryOverhead", "1g")
                .containsEntry("spark.kubernetes.executor.request.cores", "500m")
                .containsEntry("spark.kubernetes.executor.limit.cores", "2")
                .containsEntry("spark.jars", "local:///a.jar,ivy://g:a:1")
                .containsEntry("spark.files", "local:///f");
        assertThat(settings.get("spark.executor.memory").orElseThrow().origin()).isEqualTo(Origin.YOU);
        assertThat(settings).allSatisfy(setting -> assertThat(setting.why()).isNotBlank());
    }

    @Test
    void theTargetsImageIsForSpecsThatNameNone() {
        assertThat(onCluster(WORDS).asMap()).containsEntry("spark.kubernetes.container.image", "fallback:1");
        assertThat(onCluster(WORDS.conf("spark.kubernetes.container.image", "raw:1"))
                        .asMap())
                .containsEntry("spark.kubernetes.container.image", "raw:1");
    }

    @Test
    void dynamicAllocation() {
        var plan = WORDS.executors(ExecutorPlan.dynamic(1, 20).initial(15).idle(Duration.ofMinutes(2)));

        assertThat(onCluster(plan).asMap())
                .containsEntry("spark.dynamicAllocation.enabled", "true")
                .containsEntry("spark.dynamicAllocation.minExecutors", "1")
                .containsEntry("spark.dynamicAllocation.maxExecutors", "20")
                .containsEntry("spark.dynamicAllocation.initialExecutors", "15")
                .containsEntry("spark.dynamicAllocation.executorIdleTimeout", "120s")
                .containsEntry("spark.kubernetes.allocation.batch.size", "15")
                .doesNotContainKey("spark.executor.instances");
    }

    @Test
    void allExecutorsAreAskedForAtOnceUnlessARawSettingSaysElse() {
        var many = WORDS.executors(ExecutorPlan.of(50));

        assertThat(onCluster(WORDS).asMap()).containsEntry("spark.kubernetes.allocation.batch.size", "10");
        assertThat(onCluster(many).asMap()).containsEntry("spark.kubernetes.allocation.batch.size", "50");
        assertThat(onCluster(many.conf("spark.kubernetes.allocation.batch.size", "5"))
                        .asMap())
                .containsEntry("spark.kubernetes.allocation.batch.size", "5");
    }

    @Test
    void podsAreSaidInSettingsWhereSettingsCan() {
        var pod = PodPlan.none()
                .label("team", "data")
                .annotation("a/b", "c")
                .env("TZ", "UTC")
                .secretEnv("KEY", "lake", "key")
                .volume(Volume.secret("tls").at("/etc/tls"))
                .volume(Volume.claim("data").at("/data").asReadOnly())
                .volume(Volume.generatedClaim("50Gi", "fast").at("/scratch"))
                .volume(Volume.emptyDir().at("/tmp/x"))
                .volume(Volume.hostPath("/mnt").at("/mnt"))
                .nodeSelector("disk", "ssd")
                .schedulerName("volcano");

        assertThat(onCluster(WORDS.pods(pod)).applied())
                .extracting(setting -> setting.key() + "=" + setting.value())
                .contains(
                        "spark.kubernetes.executor.label.team=data",
                        "spark.kubernetes.executor.annotation.a/b=c",
                        "spark.executorEnv.TZ=UTC",
                        "spark.kubernetes.executor.secretKeyRef.KEY=lake:key",
                        "spark.kubernetes.executor.secrets.tls=/etc/tls",
                        "spark.kubernetes.executor.volumes.persistentVolumeClaim.kindling-1.mount.path=/data",
                        "spark.kubernetes.executor.volumes.persistentVolumeClaim.kindling-1.mount.readOnly=true",
                        "spark.kubernetes.executor.volumes.persistentVolumeClaim.kindling-1.options.claimName=data",
                        "spark.kubernetes.executor.volumes.persistentVolumeClaim.kindling-2.options.claimName=OnDemand",
                        "spark.kubernetes.executor.volumes.persistentVolumeClaim.kindling-2.options.storageClass=fast",
                        "spark.kubernetes.executor.volumes.persistentVolumeClaim.kindling-2.options.sizeLimit=50Gi",
                        "spark.kubernetes.executor.volumes.emptyDir.kindling-3.mount.path=/tmp/x",
                        "spark.kubernetes.executor.volumes.hostPath.kindling-4.options.path=/mnt",
                        "spark.kubernetes.executor.node.selector.disk=ssd",
                        "spark.kubernetes.executor.scheduler.name=volcano");
    }

    @Test
    void aSessionHasNoUseForADriverPod() {
        var plan = WORDS.driver(
                        DriverPlan.defaults().memory("2g").pod(PodPlan.none().label("x", "y")))
                .pods(PodPlan.none().label("team", "data"));
        var settings = onCluster(plan);

        assertThat(settings.get("spark.driver.memory").orElseThrow().origin()).isEqualTo(Origin.UNUSED);
        assertThat(settings.get("spark.kubernetes.driver.label.x").orElseThrow().origin())
                .isEqualTo(Origin.UNUSED);
        assertThat(settings.get("spark.kubernetes.driver.label.team")).isEmpty();
    }

    @Test
    void localNotesWhatItHasNoUseFor() {
        var plan = WORDS.image(SparkImage.parse("spark:1"))
                .executors(ExecutorPlan.of(2).memory("4g"))
                .pods(PodPlan.none().env("TZ", "UTC"))
                .conf("spark.sql.shuffle.partitions", "4");
        var settings = SessionConf.of(new SessionPlan(plan), new SessionFacts.OnThisJvm(3, List.of("x.jar")));

        assertThat(settings.applied())
                .extracting(setting -> setting.key() + "=" + setting.value())
                .containsExactlyInAnyOrder(
                        "spark.app.name=words",
                        "spark.master=local[3]",
                        "spark.driver.host=127.0.0.1",
                        "spark.driver.bindAddress=127.0.0.1",
                        "spark.ui.port=0",
                        "spark.jars=x.jar",
                        "spark.sql.shuffle.partitions=4");
        assertThat(settings.get("spark.executor.memory").orElseThrow().origin()).isEqualTo(Origin.UNUSED);
        assertThat(settings.get("spark.kubernetes.container.image")
                        .orElseThrow()
                        .why())
                .contains("Local");
    }

    @Test
    void jarsOfTheProgramComeOnTop() {
        var settings = SessionConf.of(
                new SessionPlan(WORDS.jar("local:///a.jar")), cluster(Optional.of(SECRET), List.of("/b.jar")));

        assertThat(settings.asMap()).containsEntry("spark.jars", "local:///a.jar,/b.jar");
    }
}
