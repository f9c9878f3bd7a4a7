package dev.kindling;

import dev.kindling.diagnosis.Preflight;
import dev.kindling.internal.check.SpecCheck;
import dev.kindling.internal.code.ClassPath;
import dev.kindling.internal.code.CodeLocation;
import dev.kindling.internal.code.ImageJars;
import dev.kindling.internal.conf.SessionConf;
import dev.kindling.internal.manifest.Manifests;
import dev.kindling.internal.plan.SessionPlan;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.internal.rights.Grants;
import dev.kindling.internal.session.SessionPreflight;
import dev.kindling.internal.session.SessionStarter;
import dev.kindling.run.RunningSession;
import dev.kindling.run.Settings;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Rbac;
import dev.kindling.target.RunTarget;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

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
public final class SessionSpec extends WorkloadSpec<SessionSpec> {
    private final SessionPlan plan;

    private SessionSpec(SessionPlan plan) {
        this.plan = plan;
    }

    static SessionSpec named(String name) {
        return new SessionSpec(new SessionPlan(WorkloadPlan.named(name)));
    }

    /** A jar for executors, or a folder of classes, such as {@code target/classes}, that is packed as one at the start. */
    public SessionSpec jar(Path jar) {
        return jar(jar.toString());
    }

    /**
     * The jars or folders that these classes come from, for executors: what is on the class path of this JVM alone is unknown
     * to them. Kindling's own goes along, as a class that starts sessions names its types, and a lambda of it needs them all.
     *
     * <pre>{@code
     * static SessionSpec words(Class<?> program) {
     *     return Spark.session("words").jarOf(program);
     * }
     * }</pre>
     *
     * @throws IllegalArgumentException for a class of Java itself, or one that was made in memory
     */
    public SessionSpec jarOf(Class<?>... types) {
        return jars(Stream.concat(Stream.of(types), Stream.of(Spark.class)).map(CodeLocation::of));
    }

    /**
     * Everything on the class path of this JVM that a stock image of this Spark lacks. Where an image has a jar in another
     * version, executors load the image's.
     *
     * @throws UncheckedIOException if a jar of it cannot be read
     */
    public SessionSpec classPath() {
        var image = ImageJars.ofSpark(Manifests.SPARK_VERSION);
        return jars(image.lacking(ClassPath.ofThisJvm()).stream());
    }

    /** The same as a path or a URI that Spark reads. */
    public SessionSpec jar(String jar) {
        return with(plan.workload().jar(jar));
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

    /** The rights that its driver uses in the namespace, no more. */
    public Rbac rbac() {
        return Grants.of(plan);
    }

    /**
     * Looks whether a start on this cluster would work; makes nothing. {@link #startOn} does the same first, unless told
     * not to: {@link KubernetesCluster#preflight}.
     *
     * @throws dev.kindling.diagnosis.InvalidSpecException if the spec is wrong; nothing was asked of the cluster then
     * @throws dev.kindling.diagnosis.ClusterAccessException if the API server cannot be reached, or does not know this user
     */
    public Preflight preflight(KubernetesCluster cluster) {
        return SessionPreflight.look(plan, cluster);
    }

    /**
     * Starts the session and returns when its executors have registered.
     *
     * @throws dev.kindling.diagnosis.InvalidSpecException if the spec is wrong; nothing was touched
     * @throws dev.kindling.diagnosis.PreflightFailedException if it could not work; it holds all that was found
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

    private SessionSpec jars(Stream<Path> jars) {
        return with(
                jars.reduce(plan.workload(), (workload, jar) -> workload.jar(jar.toString()), (one, other) -> other));
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

    @Override
    WorkloadPlan workload() {
        return plan.workload();
    }

    @Override
    SessionSpec with(WorkloadPlan workload) {
        return new SessionSpec(new SessionPlan(workload));
    }
}
