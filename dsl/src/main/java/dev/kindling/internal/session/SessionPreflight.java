package dev.kindling.internal.session;

import dev.kindling.diagnosis.Preflight;
import dev.kindling.diagnosis.PreflightFailedException;
import dev.kindling.image.SparkImage;
import dev.kindling.internal.check.SpecCheck;
import dev.kindling.internal.conf.ExecutorTemplate;
import dev.kindling.internal.conf.SessionConf;
import dev.kindling.internal.diagnosis.evidence.Subject;
import dev.kindling.internal.driver.ProbePod;
import dev.kindling.internal.kubernetes.ClusterClient;
import dev.kindling.internal.kubernetes.DriverPlace;
import dev.kindling.internal.plan.SessionPlan;
import dev.kindling.internal.preflight.BucketCheck;
import dev.kindling.internal.preflight.Check;
import dev.kindling.internal.preflight.CommonChecks;
import dev.kindling.internal.preflight.Demand;
import dev.kindling.internal.preflight.DryRunCheck;
import dev.kindling.internal.preflight.RegistryCheck;
import dev.kindling.internal.preflight.RightsCheck;
import dev.kindling.internal.preflight.Round;
import dev.kindling.internal.preflight.SpecSecrets;
import dev.kindling.internal.preflight.VersionCheck;
import dev.kindling.internal.rights.Need;
import dev.kindling.internal.rights.Need.Weight;
import dev.kindling.internal.rights.SessionNeeds;
import dev.kindling.run.Setting;
import dev.kindling.run.Settings;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import scala.util.Properties;

/** What is looked at before a session starts. */
public final class SessionPreflight {

    private final SessionPlan session;
    private final KubernetesCluster cluster;
    private final ClusterClient client;
    private final Subject subject;

    private SessionPreflight(SessionPlan session, KubernetesCluster cluster, ClusterClient client) {
        this.session = session;
        this.cluster = cluster;
        this.client = client;
        this.subject =
                new Subject("session", client.namespace(), session.workload().name());
    }

    /** Only looks. */
    public static Preflight look(SessionPlan session, KubernetesCluster cluster) {
        SpecCheck.session(session);
        SpecCheck.sessionOnCluster(session, cluster.image().isPresent());
        try (var client = ClusterClient.open(cluster)) {
            var more = new ArrayList<>(BucketCheck.all(session.workload(), cluster));
            session.workload()
                    .image()
                    .or(cluster::image)
                    .ifPresent(image -> more.add(RegistryCheck.of(client.client(), image)));
            return new SessionPreflight(session, cluster, client).look(more);
        }
    }

    /** For a start: throws what is certain to go wrong and tells what may. {@link BucketWatch} asks the store. */
    static void require(
            SessionPlan session, KubernetesCluster cluster, ClusterClient client, Consumer<String> progress) {
        var preflight = new SessionPreflight(session, cluster, client).look(List.of());
        if (!preflight.isClear()) {
            throw new PreflightFailedException(preflight);
        }
        preflight
                .warnings()
                .forEach(finding -> progress.accept("preflight: " + finding.what() + "; to do: "
                        + finding.change().code()));
    }

    private Preflight look(List<Check> more) {
        var settings = SessionConf.of(session);
        var image = image(settings);
        var pod = pod(settings, image);
        var plan = session.workload();
        var demand = new Demand(
                "executor",
                plan.executorsToWaitFor(),
                true,
                pod,
                plan.executorPod().scheduling());
        var secrets = SpecSecrets.of(plan);
        var checks = new ArrayList<Check>();
        checks.add(RightsCheck.of(client.client(), client.namespace(), needs()));
        checks.addAll(RightsCheck.ofForwards(client.client(), client.namespace(), plan, Weight.VITAL));
        checks.add(new DryRunCheck(subject, "the executor's pod", secrets, true).of(client.client(), pod));
        checks.addAll(CommonChecks.of(
                client.client(), client.namespace(), plan, Map.of("executor", plan.executorPod()), List.of(demand)));
        checks.addAll(VersionCheck.ofSession(plan, image, org.apache.spark.package$.MODULE$.SPARK_VERSION(), scala()));
        checks.addAll(more);
        return new Round(client.client(), subject).look(secrets.hiddenIn(checks));
    }

    private List<Need> needs() {
        var inAPod = DriverPlace.isInSomePod(System.getenv());
        return SessionNeeds.of(session).stream()
                .filter(need -> inAPod || need.weight() != Weight.IN_A_POD)
                .toList();
    }

    private String image(Settings settings) {
        return settings.get("spark.kubernetes.executor.container.image")
                .or(() -> settings.get("spark.kubernetes.container.image"))
                .map(Setting::value)
                .or(() -> cluster.image().map(SparkImage::reference))
                .orElseThrow(); // the check has seen to it
    }

    private Pod pod(Settings settings, String image) {
        return ProbePod.of(
                subject.name() + "-preflight",
                image,
                cluster.serviceAccount(),
                settings,
                ExecutorTemplate.of(session.workload()));
    }

    private static String scala() {
        return Properties.versionNumberString().replaceFirst("^(\\d+\\.\\d+).*", "$1");
    }
}
