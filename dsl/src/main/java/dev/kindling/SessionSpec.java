package dev.kindling;

import dev.kindling.image.SparkImage;
import dev.kindling.internal.check.SpecCheck;
import dev.kindling.internal.conf.SessionConf;
import dev.kindling.internal.plan.SessionPlan;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.internal.session.SessionStarter;
import dev.kindling.run.RunningSession;
import dev.kindling.run.Settings;
import dev.kindling.storage.EventLog;
import dev.kindling.storage.S3;
import dev.kindling.target.RunTarget;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.PodPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What a session is: a driver in this JVM and executors elsewhere. Immutable and thread-safe: every method returns a new
 * spec, so keep the result. Single bad values are refused where they are made, all else by {@link #check} at once.
 *
 * <pre>{@code
 * SessionSpec words = Spark.session("words")
 *         .image("registry.local/spark:4.1.1")
 *         .executors(ExecutorPlan.of(4).cores(2).memory("4g"))
 *         .conf("spark.sql.shuffle.partitions", "64");
 * words.check();
 * }</pre>
 */
public final class SessionSpec {
    private final SessionPlan plan;

    private SessionSpec(SessionPlan plan) {
        this.plan = plan;
    }

    static SessionSpec named(String name) {
        return new SessionSpec(new SessionPlan(WorkloadPlan.named(name)));
    }

    /**
     * The image of all pods, for example {@code "registry.local/spark:4.1.1"}.
     *
     * @throws IllegalArgumentException if it is not an image reference with a tag or digest
     */
    public SessionSpec image(String reference) {
        return image(SparkImage.parse(reference));
    }

    /** The image of all pods. */
    public SessionSpec image(SparkImage image) {
        return with(plan.workload().image(image));
    }

    /** How many executors and what each is given; default: two, of 1 core and 1g. */
    public SessionSpec executors(ExecutorPlan executors) {
        return with(plan.workload().executors(executors));
    }

    /** What the driver is given and where executors find it. */
    public SessionSpec driver(DriverPlan driver) {
        return with(plan.workload().driver(driver));
    }

    /** What holds for all pods, on top of what was said before. */
    public SessionSpec pods(PodPlan pods) {
        return with(plan.workload().pods(pods));
    }

    /** An environment variable of all pods. Not for secrets: see {@link PodPlan#secretEnv}. */
    public SessionSpec env(String name, String value) {
        return pods(PodPlan.none().env(name, value));
    }

    /** A label of all pods. */
    public SessionSpec label(String key, String value) {
        return pods(PodPlan.none().label(key, value));
    }

    /** An annotation of all pods. */
    public SessionSpec annotation(String key, String value) {
        return pods(PodPlan.none().annotation(key, value));
    }

    /** A jar for driver and executors. */
    public SessionSpec jar(Path jar) {
        return jar(jar.toString());
    }

    /** A jar for driver and executors: a path or a URI that Spark reads. */
    public SessionSpec jar(String jar) {
        return with(plan.workload().jar(jar));
    }

    /** A file given to every executor. */
    public SessionSpec file(Path file) {
        return file(file.toString());
    }

    /** A file given to every executor: a path or a URI that Spark reads. */
    public SessionSpec file(String file) {
        return with(plan.workload().file(file));
    }

    /** Maven coordinates, {@code group:artifact:version}, brought with what they need. */
    public SessionSpec packages(String... coordinates) {
        return with(plan.workload().packages(coordinates));
    }

    /**
     * Where the driver writes what happens, for {@link Spark#history} after the end.
     *
     * @param folder as {@link EventLog#at(String)} takes it, for example {@code "s3a://history/"}
     */
    public SessionSpec eventLog(String folder) {
        return eventLog(EventLog.at(folder));
    }

    /** Where the driver writes what happens, for {@link Spark#history} after the end; default: nowhere. */
    public SessionSpec eventLog(EventLog log) {
        return with(plan.workload().eventLog(log));
    }

    /** The object store behind {@code s3a://} paths. */
    public SessionSpec s3(S3 store) {
        return with(plan.workload().s3(store));
    }

    /** A raw Spark setting, for what has no typed value. One that contradicts a typed value is refused by the check. */
    public SessionSpec conf(String key, String value) {
        return with(plan.workload().conf(key, value));
    }

    /** How long the start may take; default: five minutes. */
    public SessionSpec startTimeout(Duration limit) {
        return with(plan.workload().startTimeout(limit));
    }

    /** How many executors may fail before the run is given up; default: twice their number, at least 3. */
    public SessionSpec maxExecutorFailures(int limit) {
        return with(plan.workload().maxExecutorFailures(limit));
    }

    /** Whether driver and executors authenticate each other and encrypt what they send; default: yes. */
    public SessionSpec encryption(boolean on) {
        return with(plan.workload().encryption(on));
    }

    /** The settings as far as they are known without a target; a running session has them all. */
    public Settings settings() {
        return SessionConf.of(plan);
    }

    /**
     * Checks the whole spec without touching anything.
     *
     * @throws dev.kindling.diagnosis.InvalidSpecException if anything is wrong; it holds every problem
     */
    public void check() {
        SpecCheck.session(plan);
    }

    /**
     * Starts the session and returns when its executors have registered.
     *
     * @throws dev.kindling.diagnosis.InvalidSpecException if the spec is wrong; nothing was touched
     * @throws dev.kindling.diagnosis.ClusterAccessException if the API server cannot be reached or refuses
     * @throws dev.kindling.diagnosis.StartFailedException if the executors do not come up; nothing is left behind
     * @throws dev.kindling.diagnosis.SessionActiveException if this JVM runs a session already
     * @throws dev.kindling.diagnosis.MissingJvmOptionsException if this JVM was started without what Spark needs
     */
    public RunningSession startOn(RunTarget target) {
        return startOn(target, progress -> {});
    }

    /**
     * Starts the session and tells, in one line each, what the start waits for.
     *
     * @param progress called from several threads, never at the same time as itself
     */
    public RunningSession startOn(RunTarget target, Consumer<String> progress) {
        return SessionStarter.start(plan, target, progress);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionSpec spec && plan.equals(spec.plan);
    }

    @Override
    public int hashCode() {
        return plan.hashCode();
    }

    @Override
    public String toString() {
        return "session " + plan.workload();
    }

    private SessionSpec with(WorkloadPlan workload) {
        return new SessionSpec(new SessionPlan(workload));
    }
}
