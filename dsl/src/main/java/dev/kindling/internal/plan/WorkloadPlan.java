package dev.kindling.internal.plan;

import dev.kindling.image.SparkImage;
import dev.kindling.internal.text.Redaction;
import dev.kindling.storage.EventLog;
import dev.kindling.storage.S3;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.PodPlan;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What sessions and applications have in common. */
public record WorkloadPlan(
        String name,
        Optional<SparkImage> image,
        Roles roles,
        Dependencies dependencies,
        Optional<S3> s3,
        Optional<EventLog> eventLog,
        Map<String, String> conf,
        RunLimits limits) {

    public WorkloadPlan {
        conf = Collections.unmodifiableMap(new LinkedHashMap<>(conf));
    }

    public static WorkloadPlan named(String name) {
        return new WorkloadPlan(
                name,
                Optional.empty(),
                Roles.DEFAULTS,
                Dependencies.NONE,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                RunLimits.DEFAULTS);
    }

    public WorkloadPlan name(String value) {
        return new WorkloadPlan(value, image, roles, dependencies, s3, eventLog, conf, limits);
    }

    /** What the spec says of executors, else what raw settings say of their number, else Spark's two. */
    public ExecutorPlan executors() {
        return roles.executors().orElseGet(() -> RawConf.executors(conf));
    }

    public DriverPlan driver() {
        return roles.driver().orElseGet(DriverPlan::defaults);
    }

    /** What holds for executor pods, everything merged. */
    public PodPlan executorPod() {
        return roles.pods().and(executors().pod());
    }

    /** What holds for the driver's pod, everything merged. */
    public PodPlan driverPod() {
        return roles.pods().and(driver().pod());
    }

    /** How long a start may take: as said, else Spark's {@code maxRegisteredResourcesWaitingTime}, else five minutes. */
    public Duration startTimeout() {
        return limits.startTimeout().or(() -> RawConf.startTimeout(conf)).orElse(Duration.ofMinutes(5));
    }

    /** How many executors may fail: as said, else Spark's setting, else Spark's default max(3, 2 x executors). */
    public int maxExecutorFailures() {
        return limits.maxExecutorFailures()
                .or(() -> RawConf.maxExecutorFailures(conf))
                .orElseGet(() -> Math.max(3, 2 * executors().count().atMost()));
    }

    /** How many executors must have registered before a session counts as started: Spark's ratio, 0.8 by default. */
    public int executorsToWaitFor() {
        return (int)
                Math.ceil(RawConf.registeredRatio(conf) * executors().count().atStart());
    }

    public boolean encryption() {
        return limits.encryption().orElse(true);
    }

    public WorkloadPlan image(SparkImage value) {
        return new WorkloadPlan(name, Optional.of(value), roles, dependencies, s3, eventLog, conf, limits);
    }

    public WorkloadPlan executors(ExecutorPlan value) {
        return roles(new Roles(Optional.of(value), roles.driver(), roles.pods()));
    }

    public WorkloadPlan driver(DriverPlan value) {
        return roles(new Roles(roles.executors(), Optional.of(value), roles.pods()));
    }

    /** On top of what is already said of all pods. */
    public WorkloadPlan pods(PodPlan more) {
        return roles(new Roles(roles.executors(), roles.driver(), roles.pods().and(more)));
    }

    public WorkloadPlan jar(String jar) {
        return dependencies(dependencies.jar(jar));
    }

    /** The same with other jars. */
    public WorkloadPlan jars(UnaryOperator<String> change) {
        return dependencies(dependencies.jars(change));
    }

    public WorkloadPlan file(String file) {
        return dependencies(dependencies.file(file));
    }

    public WorkloadPlan packages(String... coordinates) {
        return dependencies(dependencies.packages(coordinates));
    }

    public WorkloadPlan s3(S3 store) {
        return new WorkloadPlan(name, image, roles, dependencies, Optional.of(store), eventLog, conf, limits);
    }

    /** With another object store, if there is one. */
    public WorkloadPlan s3(UnaryOperator<S3> change) {
        return s3.map(change).map(this::s3).orElse(this);
    }

    public WorkloadPlan eventLog(EventLog value) {
        return new WorkloadPlan(name, image, roles, dependencies, s3, Optional.of(value), conf, limits);
    }

    public WorkloadPlan conf(String key, String value) {
        var more = new LinkedHashMap<>(conf);
        more.put(key, value);
        return new WorkloadPlan(name, image, roles, dependencies, s3, eventLog, more, limits);
    }

    /** The same less these raw settings. */
    public WorkloadPlan without(Set<String> keys) {
        var fewer = new LinkedHashMap<>(conf);
        fewer.keySet().removeAll(keys);
        return new WorkloadPlan(name, image, roles, dependencies, s3, eventLog, fewer, limits);
    }

    public WorkloadPlan startTimeout(Duration value) {
        return limits(new RunLimits(Optional.of(value), limits.maxExecutorFailures(), limits.encryption()));
    }

    public WorkloadPlan maxExecutorFailures(int value) {
        return limits(new RunLimits(limits.startTimeout(), Optional.of(value), limits.encryption()));
    }

    public WorkloadPlan encryption(boolean value) {
        return limits(new RunLimits(limits.startTimeout(), limits.maxExecutorFailures(), Optional.of(value)));
    }

    /** Hides raw settings whose key says that they are secret. */
    @Override
    public String toString() {
        var shown = new LinkedHashMap<String, String>();
        conf.forEach((key, value) -> shown.put(key, Redaction.shown(key, value)));
        return name + " [image=" + image.map(SparkImage::reference).orElse("none") + ", executors="
                + roles.executors() + ", driver=" + roles.driver() + ", pods=" + roles.pods() + ", " + dependencies
                + s3.map(store -> ", " + store).orElse("")
                + eventLog.map(log -> ", " + log).orElse("")
                + ", conf=" + shown + ", " + limits + "]";
    }

    private WorkloadPlan roles(Roles value) {
        return new WorkloadPlan(name, image, value, dependencies, s3, eventLog, conf, limits);
    }

    public WorkloadPlan dependencies(Dependencies value) {
        return new WorkloadPlan(name, image, roles, value, s3, eventLog, conf, limits);
    }

    private WorkloadPlan limits(RunLimits value) {
        return new WorkloadPlan(name, image, roles, dependencies, s3, eventLog, conf, value);
    }
}
