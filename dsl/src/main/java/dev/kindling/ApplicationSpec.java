package dev.kindling;

import dev.kindling.diagnosis.Preflight;
import dev.kindling.internal.application.ApplicationPreflight;
import dev.kindling.internal.application.ApplicationSubmission;
import dev.kindling.internal.check.SpecCheck;
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
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import dev.kindling.target.Rbac;
import dev.kindling.value.BatchScheduler;
import dev.kindling.value.DriverPort;
import dev.kindling.value.Monitoring;
import dev.kindling.value.RestartPolicy;
import java.time.Duration;
import java.util.List;

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

    /** The program is written in Scala; operators only write it down, it runs as one in Java does. */
    public ApplicationSpec scala() {
        return with(plan.program().kind(ProgramKind.SCALA));
    }

    /** The program is this Python file; {@code local://} means a path in the image. */
    public ApplicationSpec python(String file) {
        return with(plan.program().kind(ProgramKind.PYTHON).mainFile(file));
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
     * The custom resource for an operator. Nothing is touched.
     *
     * @throws dev.kindling.diagnosis.InvalidSpecException if anything is wrong, or the dialect cannot say it
     */
    public SparkManifest manifest(Operator operator) {
        return Manifests.of(plan, operator);
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
        return ApplicationSubmission.submit(plan, cluster);
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
