package dev.kindling;

import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.ManifestProblem;
import dev.kindling.internal.application.ApplicationList;
import dev.kindling.internal.application.Examination;
import dev.kindling.internal.application.ScheduleList;
import dev.kindling.internal.application.ScheduleSubmission;
import dev.kindling.internal.application.Submissions;
import dev.kindling.internal.kubernetes.ClusterSchemas;
import dev.kindling.internal.reading.ManifestReader;
import dev.kindling.internal.schema.SparkResource;
import dev.kindling.internal.yaml.YamlText;
import dev.kindling.run.ApplicationFilter;
import dev.kindling.run.ListedApplication;
import dev.kindling.run.ListedSchedule;
import dev.kindling.run.LogKeeping;
import dev.kindling.run.SparkManifest;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.run.SubmittedSchedule;
import dev.kindling.target.KubernetesCluster;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The applications of a namespace: of the cluster's operator if it names one, else of all operators whose resources the
 * cluster knows. Thread-safe.
 *
 * <pre>{@code
 * static void stopRunning(KubernetesCluster cluster) {
 *     Applications applications = Spark.applications(cluster.namespace("etl"));
 *     applications.list(ApplicationFilter.all().state("RUNNING")).forEach(listed ->
 *             applications.find(listed.name()).ifPresent(SubmittedApplication::cancel));
 * }
 * }</pre>
 */
public final class Applications {

    private final KubernetesCluster cluster;
    private final ApplicationList applications;

    Applications(KubernetesCluster cluster) {
        this.cluster = cluster;
        this.applications = new ApplicationList(cluster);
    }

    /**
     * Those that pass the filter, by name.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if they may not be listed, or no operator is installed
     */
    public List<ListedApplication> list(ApplicationFilter filter) {
        return applications.list(filter);
    }

    /**
     * The handle of an application that another process, or someone else, has submitted. It has the logs that still exist:
     * those of pods that are there and those that were kept in this user's folder; {@code logs().lostAttempts()} names
     * the attempts that have none.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if it may not be read or watched
     */
    public Optional<SubmittedApplication> find(String name) {
        return find(name, LogKeeping.defaults());
    }

    /** The same; its logs are kept as said. Where this process has it in its hands already, they are kept as they are. */
    public Optional<SubmittedApplication> find(String name, LogKeeping keeping) {
        return applications.find(name, keeping);
    }

    /**
     * The handle of a schedule of Kubeflow's operator, whoever has submitted it. Empty also where the cluster knows no
     * schedules.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if it may not be read
     */
    public Optional<SubmittedSchedule> schedule(String name) {
        return ScheduleSubmission.find(name, cluster);
    }

    /**
     * Submits many, up to 64 at a time, each as {@link ApplicationSpec#submitTo} does; waits until all are there. All are
     * checked before the first is submitted.
     *
     * @return the handles in the order of the specs
     * @throws dev.kindling.diagnosis.InvalidSpecException if anything is wrong with one; no application was made then,
     *     unless it is only wrong for this operator or cluster
     * @throws dev.kindling.diagnosis.SubmissionsFailedException if any is refused, with each refusal; the others are there
     *     nevertheless, see {@link #find(String)}
     */
    public List<SubmittedApplication> submitAll(List<ApplicationSpec> specs) {
        return Submissions.all(specs.stream().map(ApplicationSpec::plan).toList(), cluster);
    }

    /**
     * The schedules of Kubeflow's operator that are there, by name.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if they may not be listed, or the cluster knows no schedules
     */
    public List<ListedSchedule> schedules() {
        return ScheduleList.of(cluster);
    }

    /**
     * Looks, once, for the cause of what is wrong with an application, or with a session of any JVM, by its name; at most 15
     * requests. Empty if there is neither.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if the cluster does not answer
     */
    public Optional<Diagnosis> diagnose(String name) {
        return Examination.named(cluster, name);
    }

    /**
     * The same for all runs of the namespace; at most 60 requests: of broken runs beyond 24 the logs are not looked at.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if the cluster does not answer
     */
    public Diagnosis diagnose() {
        return Examination.all(cluster);
    }

    /**
     * What an application that is there was asked to be: to look at, to change, to submit under another name. It carries
     * what no value says, see {@link ApplicationSpec#keptFields}.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if it may not be read
     * @throws dev.kindling.diagnosis.InvalidManifestException if it says what no definition of its operator allows
     */
    public Optional<ApplicationSpec> read(String name) {
        return applications.resource(name).map(ManifestReader::read).map(ApplicationSpec::of);
    }

    /**
     * The same as {@link SparkManifest#problems}, by the definition that this cluster has of the kind: it may be newer
     * than the one that Kindling knows.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if the cluster cannot be reached, or nobody is logged in
     */
    public List<ManifestProblem> problems(SparkManifest manifest) {
        var resource = SparkResource.in(YamlText.of(manifest.toYaml()));
        return resource.problems(ClusterSchemas.read(cluster, resource.kind()));
    }

    /**
     * Tells of every application that passes the filter: first of those that are there, then of each change, on a thread
     * of the client, until it is closed. The consumers must not wait.
     *
     * @param removed gets the name of one that was deleted or no longer passes the filter
     * @throws dev.kindling.diagnosis.ClusterAccessException if they may not be watched
     */
    public AutoCloseable watch(
            ApplicationFilter filter, Consumer<ListedApplication> changed, Consumer<String> removed) {
        return applications.watch(filter, changed, removed);
    }
}
