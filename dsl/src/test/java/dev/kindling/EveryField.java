package dev.kindling;

import dev.kindling.image.PullPolicy;
import dev.kindling.image.SparkImage;
import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import dev.kindling.target.ApacheOptions;
import dev.kindling.target.Operator;
import dev.kindling.target.RetainPolicy;
import dev.kindling.value.Affinity;
import dev.kindling.value.BatchScheduler;
import dev.kindling.value.Concurrency;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.DriverPort;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.Ingress;
import dev.kindling.value.Monitoring;
import dev.kindling.value.PodPlan;
import dev.kindling.value.RestartPolicy;
import dev.kindling.value.Toleration;
import dev.kindling.value.Volume;
import java.time.Duration;
import java.time.ZoneId;

/** Specs that use every field of a resource, for files of what they come to. */
final class EveryField {
    private static final PodPlan PODS = PodPlan.none()
            .label("team", "data")
            .annotation("example.org/owner", "data")
            .env("TZ", "UTC")
            .secretEnv("DB_PASSWORD", "db", "password")
            .configMapEnv("STAGE", "stage", "name")
            .volume(Volume.secret("tls").at("/etc/tls"))
            .volume(Volume.configMap("jobs").at("/etc/jobs"))
            .volume(Volume.claim("lookup").at("/lookup").asReadOnly())
            .volume(Volume.generatedClaim("10Gi").at("/scratch"))
            .volume(Volume.generatedClaim("10Gi", "fast").at("/fast"))
            .volume(Volume.emptyDir().at("/work"))
            .volume(Volume.hostPath("/var/cache").at("/cache"))
            .nodeSelector("disk", "ssd")
            .toleration(Toleration.of("batch", "yes").effect(Toleration.Effect.NO_SCHEDULE))
            .affinity(Affinity.none().avoidNode("kubernetes.io/arch", "arm64").spreadOver("kubernetes.io/hostname"))
            .priorityClass("high");

    /** In both dialects. */
    static final ApplicationSpec JAVA = Spark.application("nightly")
            .image(SparkImage.parse("registry.local/etl:7")
                    .pullPolicy(PullPolicy.IF_NOT_PRESENT)
                    .pullSecret("login"))
            .scala()
            .mainClass("x.Nightly")
            .jar("local:///app/etl.jar")
            .jar("local:///app/more.jar")
            .file("local:///app/lookup.csv")
            .packages("org.apache.spark:spark-avro_2.13:4.1.1")
            .arguments("--day", "2026-08-01")
            .driver(DriverPlan.defaults()
                    .cores(1)
                    .memory("2g")
                    .memoryOverhead("512m")
                    .cpuRequest("500m")
                    .cpuLimit("2")
                    .serviceAccount("spark")
                    .pod(PodPlan.none().env("ROLE", "driver")))
            .executors(ExecutorPlan.of(3)
                    .cores(2)
                    .memory("4g")
                    .memoryOverhead("1g")
                    .cpuRequest("1500m")
                    .cpuLimit("3")
                    .pod(PodPlan.none().env("ROLE", "executor")))
            .pods(PODS)
            .s3(S3.minio("http://minio.storage.svc:9000")
                    .credentials(S3Credentials.secret("minio", "access-key", "secret-key")))
            .restart(RestartPolicy.onFailure(3).interval(Duration.ofSeconds(30)).submissionRetries(5))
            .timeToLive(Duration.ofHours(1))
            .monitoring(Monitoring.jmxExporter("/opt/jmx/exporter.jar", "/opt/jmx/spark.yaml"))
            .expose(DriverPort.ui()
                    .label("team", "data")
                    .annotation("example.org/page", "ui")
                    .ingress(Ingress.at("spark.example.org/nightly").tls("spark-tls")))
            .expose(DriverPort.of("health", 8081)
                    .type(DriverPort.ServiceType.NODE_PORT)
                    .ingress(Ingress.at("health.example.org")))
            .scheduler(BatchScheduler.yuniKorn().queue("root.analytics"))
            .maxExecutorFailures(7)
            .conf("spark.driver.extraJavaOptions", "-Duser.timezone=UTC")
            .conf("spark.sql.shuffle.partitions", "64");

    static final ApplicationSpec PYTHON = Spark.application("score")
            .image("registry.local/score:7")
            .python("local:///app/main.py")
            .pyFile("local:///app/lib.zip")
            .pyFile("local:///app/rules.py")
            .driver(DriverPlan.defaults().serviceAccount("spark"))
            .executors(ExecutorPlan.dynamic(1, 10).initial(2).idle(Duration.ofMinutes(2)))
            .restart(RestartPolicy.always())
            .monitoring(Monitoring.prometheus());

    /** What only Kubeflow's operator knows. */
    static final ApplicationSpec QUEUED = Spark.application("queued")
            .image("registry.local/stat:7")
            .r("local:///app/main.R")
            .driver(DriverPlan.defaults().serviceAccount("spark"))
            .executors(ExecutorPlan.of(1))
            .expose(DriverPort.ui().type(DriverPort.ServiceType.LOAD_BALANCER))
            .scheduler(BatchScheduler.volcano()
                    .queue("analytics")
                    .priorityClass("high")
                    .atLeast("cpu", "2")
                    .atLeast("memory", "4Gi"))
            .kueue("team-a")
            .encryption(false);

    /** What only Apache's operator knows. */
    static final Operator APACHE = Operator.apache(ApacheOptions.defaults()
            .retain(RetainPolicy.ON_FAILURE)
            .retainFor(Duration.ofHours(2))
            .restartCounterReset(Duration.ofHours(6))
            .driverStartTimeout(Duration.ofMinutes(10))
            .driverReadyTimeout(Duration.ofMinutes(3))
            .executorStartTimeout(Duration.ofMinutes(4))
            .forceTermination(Duration.ofMinutes(1))
            .healthyExecutors(1, 1, 3));

    static final ScheduleSpec SCHEDULE = Spark.schedule("hourly", "*/30 2-4 * * MON-FRI", PYTHON)
            .timeZone(ZoneId.of("Europe/Berlin"))
            .concurrency(Concurrency.REPLACE)
            .keep(3, 10)
            .suspended();

    static final ConnectServerSpec CONNECT = Spark.connectServer("shared")
            .image(SparkImage.parse("registry.local/spark:4.1.1")
                    .pullPolicy(PullPolicy.ALWAYS)
                    .pullSecret("login"))
            .server(DriverPlan.defaults().cores(2).memory("4g").cpuLimit("4").serviceAccount("spark"))
            .executors(ExecutorPlan.dynamic(1, 5).cores(2).memory("4g"))
            .pods(PODS)
            .jar("local:///app/udf.jar")
            .s3(S3.aws("eu-central-1").credentials(S3Credentials.secret("lake")))
            .conf("spark.sql.shuffle.partitions", "64");

    static final StandaloneClusterSpec STANDALONE = Spark.standaloneCluster("shared")
            .image(SparkImage.parse("registry.local/spark:4.1.1")
                    .pullPolicy(PullPolicy.ALWAYS)
                    .pullSecret("login"))
            .master(DriverPlan.defaults().memory("2g"))
            .workers(ExecutorPlan.dynamic(1, 4).cores(2).memory("4g"))
            .pods(PODS)
            .conf("spark.ui.reverseProxy", "true");

    private EveryField() {}
}
