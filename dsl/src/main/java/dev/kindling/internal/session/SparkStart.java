package dev.kindling.internal.session;

import dev.kindling.diagnosis.Explanation;
import dev.kindling.diagnosis.KindlingException;
import dev.kindling.diagnosis.StartFailedException;
import dev.kindling.internal.conf.DriverEndpoint;
import dev.kindling.internal.diagnosis.evidence.DriverPoint;
import dev.kindling.internal.kubernetes.ClusterClient;
import dev.kindling.internal.kubernetes.CurrentToken;
import dev.kindling.internal.kubernetes.ExecutorPods;
import dev.kindling.internal.plan.SessionPlan;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.run.RunningSession;
import dev.kindling.run.Settings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.apache.spark.SparkContext;

/** The second half of a start: Spark itself, watched until its executors have registered. */
final class SparkStart {

    /** How long a close waits for pods to go: Spark's grace for executors is 30 s. */
    private static final Duration PODS_GONE = Duration.ofSeconds(30);

    private final WorkloadPlan plan;
    private final ClusterClient client;
    private final Settings settings;
    private final DriverEndpoint driver;
    private final String applicationId;
    private final Consumer<String> progress;
    private final SessionEvidence evidence;

    SparkStart(
            SessionPlan session,
            ClusterClient client,
            Settings settings,
            DriverEndpoint driver,
            String applicationId,
            Consumer<String> progress) {
        this.plan = session.workload();
        this.client = client;
        this.settings = settings;
        this.driver = driver;
        this.applicationId = applicationId;
        this.progress = progress;
        this.evidence = SessionEvidence.of(client.namespace(), plan.name(), new ExecutorLedger());
    }

    RunningSession run(ActiveSession active, SessionFolder folder, Cleanup cleanup) {
        cleanup.onFailure(evidence::notUndone);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(SparkStart::daemon);
        cleanup.add("end the session's thread", timer::shutdownNow);
        ExecutorService opening = Executors.newCachedThreadPool(SparkStart::daemon);
        cleanup.add("end the threads that open logs", opening::shutdownNow);
        ExecutorLogs logs = new ExecutorLogs(client.client(), client.namespace(), opening);
        cleanup.add("stop following logs", logs::close);
        ExecutorPods pods = pods(client);
        cleanup.add("stop watching pods", pods::close);
        LeftBehind.removeAll(client);
        Supervisor supervisor = new Supervisor(
                limits(),
                evidence,
                logs,
                new CloserLook(opening, () -> doctor(driver.port()).seen(true)),
                timer,
                progress);
        active.onRefusal(supervisor::podRefused);
        pods.watch(supervisor::podChanged, supervisor::podGone);
        progress.accept("starting Spark, driver at " + driver.host() + ":" + driver.port());
        SparkContext context = makeContext(active, folder, pods, cleanup);
        ContextWatch.begin(context, evidence, supervisor);
        int port = Integer.parseInt(context.getConf().get("spark.driver.port"));
        supervisor.begin(port);
        await(supervisor.started());
        LiveSession session = new LiveSession(context, settings, doctor(port), plan.executorsToWaitFor(), cleanup);
        supervisor.broken().thenAcceptAsync(session::breakOff);
        return session;
    }

    private SessionDoctor doctor(int port) {
        return new SessionDoctor(client, applicationId, evidence, new DriverPoint(driver.host(), port));
    }

    private SessionLimits limits() {
        return new SessionLimits(
                plan.name(),
                plan.executorsToWaitFor(),
                plan.startTimeout(),
                plan.maxExecutorFailures(),
                driver.host(),
                driver.port());
    }

    private SparkContext makeContext(ActiveSession active, SessionFolder folder, ExecutorPods pods, Cleanup cleanup) {
        if (client.isTheJvmsOwn()) {
            return makeContext(pods, cleanup);
        }
        active.token(new CurrentToken(client.config()));
        return OwnKubeconfig.during(folder, client.config(), () -> makeContext(pods, cleanup));
    }

    /** How to undo it is known before it is there: the JVM may end while it is being made. */
    private SparkContext makeContext(ExecutorPods pods, Cleanup cleanup) {
        CompletableFuture<SparkContext> making = SparkContexts.begin(settings, driver.host());
        cleanup.add("remove the executors' config map", () -> LeftBehind.remove(client, this::removeConfigMaps));
        cleanup.add("remove the executors' pods", () -> {
            LeftBehind.remove(client, this::removePods);
            awaitNone(pods);
        });
        cleanup.add("stop Spark", () -> SparkContexts.stop(making));
        return SparkContexts.await(making, settings);
    }

    /** Spark's own stop does so, too; but not one that broke off in the middle, and what is refused it only logs. */
    private void removeConfigMaps(ClusterClient client) {
        try (var pods = pods(client)) {
            pods.deleteConfigMaps();
        }
    }

    private void removePods(ClusterClient client) {
        try (var pods = pods(client)) {
            pods.deleteAll();
        }
    }

    private ExecutorPods pods(ClusterClient client) {
        return new ExecutorPods(client.client(), client.namespace(), applicationId);
    }

    private void awaitNone(ExecutorPods pods) {
        if (!pods.awaitNone(PODS_GONE)) {
            progress.accept(
                    "executor pods of " + plan.name() + " are still terminating after " + PODS_GONE.toSeconds() + " s");
        }
    }

    private void await(CompletableFuture<Void> started) {
        try {
            started.get();
        } catch (ExecutionException e) {
            throw (KindlingException) e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailedException(
                    new Explanation(
                            "start session \"" + plan.name() + "\"",
                            "the starting thread was interrupted",
                            "somebody cancelled the start",
                            "start it again; nothing was left behind"),
                    e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "kindling-session");
        thread.setDaemon(true);
        return thread;
    }
}
