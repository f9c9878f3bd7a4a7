package dev.kindling.shell.applications;

import dev.kindling.ApplicationSpec;
import dev.kindling.ScheduleSpec;
import dev.kindling.Spark;
import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.Preflight;
import dev.kindling.run.ApplicationFilter;
import dev.kindling.run.ListedApplication;
import dev.kindling.run.ListedSchedule;
import dev.kindling.run.LogKeeping;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.run.SubmittedSchedule;
import dev.kindling.target.KubernetesCluster;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The applications and schedules of one namespace, as far as the verbs need them. */
public interface Cluster {
    /** Those of a real one, or of an embedded one. */
    static Cluster of(KubernetesCluster target) {
        return new DslCluster(target, Spark.applications(target));
    }

    /** As {@link ApplicationSpec#submitTo}. */
    SubmittedApplication submit(ApplicationSpec spec);

    /** As {@link ScheduleSpec#preflight}. */
    Preflight preflight(ScheduleSpec spec);

    /** As {@link ApplicationSpec#preflight}. */
    Preflight preflight(ApplicationSpec spec);

    /** As {@link dev.kindling.Applications#list}. */
    List<ListedApplication> list(ApplicationFilter filter);

    /** As {@link dev.kindling.Applications#find(String, LogKeeping)}. */
    Optional<SubmittedApplication> find(String name, LogKeeping keeping);

    /** As {@link ScheduleSpec#submitTo}. */
    SubmittedSchedule submit(ScheduleSpec spec);

    /** As {@link dev.kindling.Applications#schedules}. */
    List<ListedSchedule> schedules();

    /** As {@link dev.kindling.Applications#schedule}. */
    Optional<SubmittedSchedule> schedule(String name);

    /** As {@link dev.kindling.Applications#diagnose(String)}. */
    Optional<Diagnosis> diagnose(String name);

    /** As {@link dev.kindling.Applications#diagnose()}. */
    Diagnosis diagnose();

    /** As {@link dev.kindling.Applications#watch}. */
    AutoCloseable watch(ApplicationFilter filter, Consumer<ListedApplication> changed, Consumer<String> removed);
}
