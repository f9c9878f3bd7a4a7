package dev.kindling;

import dev.kindling.diagnosis.Preflight;
import dev.kindling.internal.application.ApplicationPreflight;
import dev.kindling.internal.application.ApplicationSubmission;
import dev.kindling.internal.check.SpecCheck;
import dev.kindling.internal.code.CodeLocation;
import dev.kindling.internal.code.Shipment;
import dev.kindling.internal.manifest.Manifests;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.ClusterServices;
import dev.kindling.internal.plan.Lifecycle;
import dev.kindling.internal.plan.Program;
import dev.kindling.internal.plan.ProgramKind;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.internal.reading.Converter;
import dev.kindling.internal.rights.Grants;
import dev.kindling.run.Conversion;
import dev.kindling.run.KeptField;
import dev.kindling.run.LogKeeping;
import dev.kindling.run.SparkManifest;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.run.Task;
import dev.kindling.run.TaskRun;
import dev.kindling.storage.CodeStore;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import dev.kindling.target.Rbac;
import dev.kindling.value.BatchScheduler;
import dev.kindling.value.DriverPort;
import dev.kindling.value.Monitoring;
import dev.kindling.value.RestartPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * What an application is: a program whose driver is a pod too, run by an operator. Immutable and thread-safe: every
 * method returns a new spec, so keep the result. Single bad values are refused where they are made, all else by
 * {@link #check} at once.
 *
 * <pre>{@code
 * ApplicationSpec nightly = Spark.application("nightly")
 *         .image("registry.local/etl:7")
 *         .mainClass("x.Nightly")
 *         .jar("local:///app/etl.jar")
 *         .arguments("--day", "2026-08-01")
 *         .executors(ExecutorPlan.of(8));
 * String yaml = nightly.manifest(Operator.kubeflow()).toYaml();
 * }</pre>
 */
public final class ApplicationSpec extends WorkloadSpec<ApplicationSpec> {
    private final ApplicationPlan plan;

    private ApplicationSpec(ApplicationPlan plan) {
        this.plan = plan;
    }

    static ApplicationSpec of(ApplicationPlan plan) {
        return new ApplicationSpec(plan);
    }

    static ApplicationSpec named(String name) {
        return new ApplicationSpec(ApplicationPlan.named(name));
    }

    /** The same under another name, which is checked with the whole spec. */
    public ApplicationSpec name(String name) {
        return with(plan.workload().name(name));
    }

    ApplicationPlan plan() {
        return plan;
    }

    /** The class whose {@code main} is the program. */
    public ApplicationSpec mainClass(String name) {
        return with(plan.program().mainClass(name));
    }

    /**
     * The jar (or Python file) that holds the program; further ones are its dependencies. {@code local://} means a path
     * in the image.
     */
    public ApplicationSpec jar(String jar) {
        return plan.program().mainFile().isPresent()
                ? with(plan.workload().jar(jar))
                : with(plan.program().mainFile(jar));
    }

    /**
     * The same of this machine: a jar, or a folder of classes such as {@code target/classes}. It is brought to the store of
     * {@link #codeIn}.
     */
    public ApplicationSpec jar(Path jar) {
        return jar(jar.toString());
    }

    /**
     * A class of this JVM is the program: its jar or folder of classes is brought to the store of {@link #codeIn}, and
     * so is everything else of this JVM's class path that images of Spark with S3 lack.
     *
     * @throws IllegalArgumentException for a class of Java itself, or one that was made in memory
     */
    public ApplicationSpec main(Class<?> program) {
        var ofThisJvm = plan.program()
                .mainClass(program.getName())
                .mainFile(CodeLocation.of(program).toString());
        return new ApplicationSpec(plan.program(ofThisJvm).code(plan.code().withClassPath()));
    }

    /**
     * The jars that the image has, if it is not one of Spark's own with the S3 connector: of this JVM's class path, those are
     * not brought by {@link #main(Class)} and {@link #task}. The driver tells in its log what the image lacks of them, and which
     * of its jars hide brought ones.
     *
     * @param names as {@code ls $SPARK_HOME/jars} prints them in the image; versions do not count, as the image's own is loaded
     *     first
     * @throws IllegalArgumentException if there is none
     */
    public ApplicationSpec imageJars(List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    "an image without any jar has no Spark:"
                            + " write .imageJars(List.of(\"spark-core_2.13-4.1.1.jar\", ..)), all that ls $SPARK_HOME/jars prints in it");
        }
        return new ApplicationSpec(plan.code(plan.code().imageJars(names)));
    }

    /**
     * Where jars and files of this machine are brought to, so that pods find them. Needs {@link #s3}, and an image that has
     * the connector. Packages are resolved here then, and brought along.
     */
    public ApplicationSpec codeIn(CodeStore store) {
        return new ApplicationSpec(plan.code(plan.code().store(store)));
    }

    /**
     * A function is the program: it runs in the driver, and {@link TaskRun#result} brings back what it returns. It, and
     * what it refers to, must be serializable; its class path is brought as {@link #main(Class)} does.
     *
     * <pre>{@code
     * static long rows(ApplicationSpec spec, KubernetesCluster cluster) {
     *     return spec.task(spark -> spark.range(1_000_000).count())
     *             .submitTo(cluster)
     *             .result(Duration.ofMinutes(10));
     * }
     * }</pre>
     *
     * @throws IllegalArgumentException if the function's class is not on the class path, as one typed at a prompt
     */
    public <T> TaskSpec<T> task(Task<T> task) {
        return TaskSpec.of(plan, task);
    }

    /** The program is written in Scala; operators only write it down, it runs as one in Java does. */
    public ApplicationSpec scala() {
        return with(plan.program().kind(ProgramKind.SCALA));
    }

    /** The program is this Python file; {@code local://} means a path in the image. */
    public ApplicationSpec python(String file) {
        return with(plan.program().kind(ProgramKind.PYTHON).mainFile(file));
    }

    /** The same of this machine, brought to the store of {@link #codeIn}. */
    public ApplicationSpec python(Path file) {
        return python(file.toString());
    }

    /** The same of this machine, brought to the store of {@link #codeIn}. */
    public ApplicationSpec pyFile(Path file) {
        return pyFile(file.toString());
    }

    /** A module ({@code .py}) or archive ({@code .zip}, {@code .egg}) that the Python program imports. */
    public ApplicationSpec pyFile(String file) {
        return with(plan.program().pyFile(file));
    }

    /** The program is this R file; {@code local://} means a path in the image. */
    public ApplicationSpec r(String file) {
        return with(plan.program().kind(ProgramKind.R).mainFile(file));
    }

    /** What the program is given, replacing what was said before. */
    public ApplicationSpec arguments(String... arguments) {
        return with(plan.program().arguments(List.of(arguments)));
    }

    /** Whether the operator starts it again after its end; default: never. */
    public ApplicationSpec restart(RestartPolicy policy) {
        return with(plan.lifecycle().restart(policy));
    }

    /**
     * How long the resource stays after the end, at least a second; default: until somebody deletes it. Its pods and
     * their logs go with it.
     */
    public ApplicationSpec timeToLive(Duration time) {
        return with(plan.lifecycle().timeToLive(time));
    }

    /** Makes it without starting it, until it is resumed. Kubeflow's operator only. */
    public ApplicationSpec suspended() {
        return with(plan.lifecycle().suspended(true));
    }

    /**
     * Waits in this local queue of Kueue, which starts it when its quota allows. Kubeflow's operator only. It is made
     * suspended, so that it waits even before Kueue has seen it.
     */
    public ApplicationSpec kueue(String localQueue) {
        return with(plan.lifecycle().kueueQueue(localQueue).suspended(true));
    }

    /** How Prometheus reads its metrics. */
    public ApplicationSpec monitoring(Monitoring monitoring) {
        return with(plan.services().monitoring(monitoring));
    }

    /** A port of the driver that others may reach; each call adds one. */
    public ApplicationSpec expose(DriverPort port) {
        return with(plan.services().port(port));
    }

    /** Which scheduler for batch work places its pods; default: the cluster's own. */
    public ApplicationSpec scheduler(BatchScheduler scheduler) {
        return with(plan.services().scheduler(scheduler));
    }

    /** Names this run: submitting the same spec with the same key twice makes one run. */
    public ApplicationSpec idempotencyKey(String key) {
        return with(plan.lifecycle().idempotencyKey(key));
    }

    /** Whether and where the logs of its drivers and executors are kept; default: on, {@link LogKeeping#defaults}. */
    public ApplicationSpec logs(LogKeeping keeping) {
        return with(plan.lifecycle().logs(keeping));
    }

    /**
     * The custom resource for an operator. No cluster and no store is touched; with {@link #codeIn} the files that would be
     * brought are read, as their addresses follow from what is in them.
     *
     * @throws dev.kindling.diagnosis.InvalidSpecException if anything is wrong, or the dialect cannot say it
     */
    public SparkManifest manifest(Operator operator) {
        try (var shipment = Shipment.of(plan)) {
            return Manifests.of(shipment.plan(), operator);
        }
    }

    /** {@link #rbac(Operator)} with the Kubeflow operator, which applications are submitted to unless told otherwise. */
    public Rbac rbac() {
        return rbac(Operator.kubeflow());
    }

    /** The rights that are used in the namespace, no more: by whoever submits it, and by its driver. */
    public Rbac rbac(Operator operator) {
        return Grants.of(plan, operator);
    }

    /**
     * The resource in an operator's dialect, and what of the resource that this spec was read from cannot be said there.
     * Nothing is touched. Of a spec that was not read it is {@link #manifest}.
     */
    public Conversion convertTo(Operator operator) {
        return Converter.convert(plan, operator);
    }

    /**
     * What no value of Kindling says of the resource that this spec was read from, in the order of its text; empty if it
     * was not read. {@link #manifest} in the same dialect writes it again.
     */
    public List<KeptField> keptFields() {
        return plan.origin().map(Converter::kept).orElse(List.of());
    }

    /**
     * Looks whether this cluster would take and run it, with a dry run of the resource; makes nothing. {@link #submitTo}
     * does the same first, once for each distinct spec, unless told not to: {@link KubernetesCluster#preflight}.
     *
     * @throws dev.kindling.diagnosis.InvalidSpecException if anything is wrong; nothing was asked of the cluster then
     * @throws dev.kindling.diagnosis.ClusterAccessException if the API server cannot be reached, or does not know this user
     */
    public Preflight preflight(KubernetesCluster cluster) {
        return ApplicationPreflight.look(plan, cluster);
    }

    /**
     * Checks the whole spec, brings it to the cluster and follows it from there, with a dry run before the first of its
     * kind. The cluster's operator is Kubeflow's unless it names another; its image is used where this spec has none.
     * An application that is there is never overwritten; with an idempotency key the earlier run of the same spec is
     * taken for this one.
     *
     * @throws dev.kindling.diagnosis.InvalidSpecException if anything is wrong; nothing was asked of the cluster then
     * @throws dev.kindling.diagnosis.PreflightFailedException if it could not work; it holds all that was found
     * @throws dev.kindling.diagnosis.IdempotencyConflictException if the key was used with another spec
     * @throws dev.kindling.diagnosis.ClusterAccessException if the cluster can't be reached, has no such operator, or
     *     refuses: no rights, or the name is taken
     */
    public SubmittedApplication submitTo(KubernetesCluster cluster) {
        return submitTo(cluster, step -> {});
    }

    /**
     * {@link #submitTo(KubernetesCluster)}, telling what of the code is brought to its store.
     *
     * @param progress is given a line for each file, in threads of Kindling's
     * @throws dev.kindling.diagnosis.CodeStoreException if code cannot be brought there; nothing was made then
     */
    public SubmittedApplication submitTo(KubernetesCluster cluster, Consumer<String> progress) {
        return ApplicationSubmission.submit(plan, cluster, progress);
    }

    /**
     * Checks the whole spec without touching anything.
     *
     * @throws dev.kindling.diagnosis.InvalidSpecException if anything is wrong; it holds every problem
     */
    public void check() {
        SpecCheck.application(plan);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApplicationSpec spec && plan.equals(spec.plan);
    }

    @Override
    public int hashCode() {
        return plan.hashCode();
    }

    @Override
    public String toString() {
        return "application " + plan.workload() + " main="
                + plan.program().mainClass().or(plan.program()::mainFile).orElse("none") + " "
                + plan.lifecycle();
    }

    private ApplicationSpec with(Program program) {
        return new ApplicationSpec(plan.program(program));
    }

    private ApplicationSpec with(ClusterServices services) {
        return new ApplicationSpec(plan.services(services));
    }

    private ApplicationSpec with(Lifecycle lifecycle) {
        return new ApplicationSpec(plan.lifecycle(lifecycle));
    }

    @Override
    WorkloadPlan workload() {
        return plan.workload();
    }

    @Override
    ApplicationSpec with(WorkloadPlan workload) {
        return new ApplicationSpec(plan.workload(workload));
    }
}
