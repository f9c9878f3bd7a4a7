package dev.kindling;

import dev.kindling.image.SparkImage;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.storage.EventLog;
import dev.kindling.storage.S3;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.PodPlan;
import java.nio.file.Path;
import java.time.Duration;

/** What sessions and applications can both be told. */
abstract class WorkloadSpec<S> {
    WorkloadSpec() {}

    abstract WorkloadPlan workload();

    /** The same with another workload. */
    abstract S with(WorkloadPlan workload);

    /**
     * The image of all pods, for example {@code "registry.local/spark:4.1.1"}.
     *
     * @throws IllegalArgumentException if it is not an image reference with a tag or digest
     */
    public S image(String reference) {
        return image(SparkImage.parse(reference));
    }

    /** The image of all pods. */
    public S image(SparkImage image) {
        return with(workload().image(image));
    }

    /** How many executors and what each is given; default: two, of 1 core and 1g. */
    public S executors(ExecutorPlan executors) {
        return with(workload().executors(executors));
    }

    /** What the driver is given and where executors find it. */
    public S driver(DriverPlan driver) {
        return with(workload().driver(driver));
    }

    /** What holds for all pods, on top of what was said before. */
    public S pods(PodPlan pods) {
        return with(workload().pods(pods));
    }

    /** An environment variable of all pods. Not for secrets: see {@link PodPlan#secretEnv}. */
    public S env(String name, String value) {
        return pods(PodPlan.none().env(name, value));
    }

    /** A label of all pods. */
    public S label(String key, String value) {
        return pods(PodPlan.none().label(key, value));
    }

    /** An annotation of all pods. */
    public S annotation(String key, String value) {
        return pods(PodPlan.none().annotation(key, value));
    }

    /** A file given to every executor. */
    public S file(Path file) {
        return file(file.toString());
    }

    /** A file given to every executor: a path or a URI that Spark reads. */
    public S file(String file) {
        return with(workload().file(file));
    }

    /** Maven coordinates, {@code group:artifact:version}, brought with what they need. */
    public S packages(String... coordinates) {
        return with(workload().packages(coordinates));
    }

    /**
     * Where the driver writes what happens, for {@link Spark#history} after the end.
     *
     * @param folder as {@link EventLog#at(String)} takes it, for example {@code "s3a://history/"}
     */
    public S eventLog(String folder) {
        return eventLog(EventLog.at(folder));
    }

    /** Where the driver writes what happens, for {@link Spark#history} after the end; default: nowhere. */
    public S eventLog(EventLog log) {
        return with(workload().eventLog(log));
    }

    /** The object store behind {@code s3a://} paths. */
    public S s3(S3 store) {
        return with(workload().s3(store));
    }

    /** A raw Spark setting, for what has no typed value. One that contradicts a typed value is refused by the check. */
    public S conf(String key, String value) {
        return with(workload().conf(key, value));
    }

    /** How long the start may take; default: five minutes. */
    public S startTimeout(Duration limit) {
        return with(workload().startTimeout(limit));
    }

    /** How many executors may fail before the run is given up; default: twice their number, at least 3. */
    public S maxExecutorFailures(int limit) {
        return with(workload().maxExecutorFailures(limit));
    }

    /** Whether driver and executors authenticate each other and encrypt what they send; default: yes. */
    public S encryption(boolean on) {
        return with(workload().encryption(on));
    }
}
