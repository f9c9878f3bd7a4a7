package dev.kindling.internal.session;

import dev.kindling.internal.check.SpecCheck;
import dev.kindling.internal.conf.DriverEndpoint;
import dev.kindling.internal.conf.ExecutorTemplate;
import dev.kindling.internal.conf.PodFacts;
import dev.kindling.internal.conf.RpcSecret;
import dev.kindling.internal.conf.SessionConf;
import dev.kindling.internal.conf.SessionFacts;
import dev.kindling.internal.conf.StaticKeys;
import dev.kindling.internal.kubernetes.AuthSecret;
import dev.kindling.internal.kubernetes.ClusterClient;
import dev.kindling.internal.kubernetes.DriverPlace;
import dev.kindling.internal.kubernetes.LocalNetwork;
import dev.kindling.internal.plan.SessionPlan;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.run.RunningSession;
import dev.kindling.run.Setting;
import dev.kindling.run.Settings;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.value.DriverAddress;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A start on Kubernetes up to Spark: finds out what only the verb can know and makes what Spark needs, in an order in
 * which everything that can be refused is asked for before anything is made.
 */
final class KubernetesStart {

    private final WorkloadPlan plan;
    /** As it was given: the Secret of static keys is not there before the start. */
    private final SessionPlan said;

    private final SessionPlan session;
    private final KubernetesCluster cluster;
    private final Consumer<String> progress;
    private final String applicationId = "spark-" + UUID.randomUUID().toString().replace("-", "");
    private final String prefix;
    private final Optional<Map<String, String>> keys;

    KubernetesStart(SessionPlan session, KubernetesCluster cluster, Consumer<String> progress) {
        this.cluster = cluster;
        this.progress = progress;
        this.prefix = session.workload().name() + "-" + applicationId.substring(applicationId.length() - 8);
        this.said = session;
        this.keys = StaticKeys.data(session.workload().s3());
        this.plan = session.workload().s3(store -> StaticKeys.movedTo(keySecret(), store));
        this.session = new SessionPlan(plan);
    }

    RunningSession run() {
        SpecCheck.sessionOnCluster(session, cluster.image().isPresent());
        ActiveSession active = ActiveSession.claim(plan.name());
        Cleanup cleanup = new Cleanup();
        cleanup.add("release the session's place in this JVM", active::release);
        try {
            return start(active, cleanup);
        } catch (KubernetesClientException e) {
            cleanup.close();
            throw StartFailures.refused(plan.name(), cluster.namespace().orElse("default"), "asking the API server", e);
        } catch (RuntimeException | Error e) {
            cleanup.close();
            throw e;
        }
    }

    private RunningSession start(ActiveSession active, Cleanup cleanup) {
        ClusterClient client = ClusterClient.open(cluster);
        cleanup.add("close the client", client::close);
        if (!client.isTheJvmsOwn()) {
            ClientHandover.check(client.config());
        }
        progress.accept("asking " + client.apiServer() + " for pods in namespace " + client.namespace());
        preflight(client, cleanup);
        Optional<Pod> template = ExecutorTemplate.of(plan);
        DriverPlace place = DriverPlace.find(client, givenHost(), System.getenv());
        SessionFolder folder = SessionFolder.create();
        cleanup.add("remove the session's folder", folder::close);
        Optional<RpcSecret> secret =
                plan.encryption() ? Optional.of(makeSecret(client, place.pod(), folder, cleanup)) : Optional.empty();
        keys.ifPresent(some -> StoreAccess.forPods(keySecret(), some, client, applicationId, place.pod(), cleanup));
        WorkloadPlan reaching = plan.s3(store -> StoreAccess.reached(store, cluster, progress, cleanup));
        StoreAccess.forDriver(reaching.s3(), cleanup);
        DriverEndpoint endpoint = endpoint(place);
        Settings settings = settings(
                new SessionPlan(ClassFolders.packed(reaching, folder)),
                client,
                place,
                endpoint,
                secret,
                template.map(pod -> folder.write("executor-template.yaml", Serialization.asYaml(pod))));
        return new SparkStart(session, client, settings, endpoint, applicationId, progress)
                .run(active, folder, cleanup);
    }

    private void preflight(ClusterClient client, Cleanup cleanup) {
        if (cluster.preflight()) {
            SessionPreflight.require(said, cluster, client, progress);
            BucketWatch.begin(said.workload(), cluster, progress, cleanup);
        }
    }

    private String keySecret() {
        return prefix + "-s3";
    }

    private Optional<String> givenHost() {
        return plan.driver().address().host().or(cluster::driverHost);
    }

    /** Ports are fixed before Spark starts; a given one is taken as it is. */
    private DriverEndpoint endpoint(DriverPlace place) {
        DriverAddress given = plan.driver().address();
        String host = place.address().host();
        // An address translated on the way is none to listen on.
        String bind = given.bindAddress().or(() -> LocalNetwork.own(host)).orElse("0.0.0.0");
        return new DriverEndpoint(
                host,
                bind,
                given.port().orElseGet(() -> FreePort.on(bind)),
                given.blockManagerPort().orElseGet(() -> FreePort.on(bind)));
    }

    private RpcSecret makeSecret(ClusterClient client, Optional<Pod> owner, SessionFolder folder, Cleanup cleanup) {
        AuthSecret secret = AuthSecret.random(prefix);
        Path file = folder.write("rpc-secret", secret.fileContent());
        cleanup.add("delete secret " + secret.name(), () -> LeftBehind.remove(client, secret::delete));
        secret.create(client, applicationId, owner);
        return new RpcSecret(secret.name(), AuthSecret.KEY, file, "/opt/spark/kindling-rpc-secret");
    }

    private Settings settings(
            SessionPlan packed,
            ClusterClient client,
            DriverPlace place,
            DriverEndpoint endpoint,
            Optional<RpcSecret> secret,
            Optional<Path> template) {
        PodFacts pods = new PodFacts(
                client.namespace(),
                client.context(),
                cluster.serviceAccount(),
                prefix,
                place.pod().map(pod -> pod.getMetadata().getName()),
                template);
        SessionFacts facts = new SessionFacts.OnCluster(
                "k8s://" + client.apiServer(),
                pods,
                endpoint,
                cluster.image(),
                secret,
                ConnectorJars.of(plan, progress));
        return SessionConf.of(packed, facts).and(own(client, place));
    }

    private List<Setting> own(ClusterClient client, DriverPlace place) {
        List<Setting> own = new ArrayList<>();
        own.add(new Setting(
                "spark.app.id", applicationId, Setting.Origin.KINDLING, "known before the start, to watch its pods"));
        own.add(new Setting(
                "spark.driver.host",
                place.address().host(),
                origin(place),
                place.address().why()));
        own.add(new Setting(
                "spark.kubernetes.allocation.pods.allocator",
                SessionPodsAllocator.class.getName(),
                Setting.Origin.KINDLING,
                "Spark's own allocator, with several pods at a time and no credentials of other clusters"));
        DriverAddress given = plan.driver().address();
        if (given.port().isPresent() || given.blockManagerPort().isPresent()) {
            own.add(new Setting(
                    "spark.port.maxRetries",
                    "0",
                    Setting.Origin.KINDLING,
                    "a port that was given is meant: Spark would move on to the next ones"));
        }
        if (client.config().isTrustCerts()) {
            own.add(new Setting(
                    "spark.kubernetes.trust.certificates",
                    "true",
                    Setting.Origin.DETECTED,
                    "the kubeconfig says insecure-skip-tls-verify"));
        }
        return own;
    }

    private Setting.Origin origin(DriverPlace place) {
        return givenHost().isPresent() ? Setting.Origin.YOU : Setting.Origin.DETECTED;
    }
}
