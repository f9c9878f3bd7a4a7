package dev.kindling;

import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.internal.diagnosis.evidence.Bundle;
import dev.kindling.internal.diagnosis.evidence.DriverPoint;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.Subject;
import dev.kindling.internal.diagnosis.evidence.ThrownFacts;
import dev.kindling.internal.diagnosis.rule.Doctor;
import dev.kindling.internal.plan.SchedulePlan;
import dev.kindling.internal.reading.ManifestReader;
import dev.kindling.internal.reading.ScheduleReader;
import dev.kindling.internal.yaml.YamlText;
import dev.kindling.storage.EventLog;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The one entry: describes what is to run. Where it runs is another value, and a verb joins the two.
 *
 * <pre>{@code
 * SessionSpec words = Spark.session("words")
 *         .image("registry.local/spark:4.1.1")
 *         .executors(ExecutorPlan.of(4).cores(2).memory("4g"));
 * }</pre>
 */
public final class Spark {
    private Spark() {}

    /**
     * A session: the driver is this JVM.
     *
     * @param name also the start of pod names; lower case letters, digits and '-', checked with the whole spec
     */
    public static SessionSpec session(String name) {
        return SessionSpec.named(name);
    }

    /**
     * An application: the driver is a pod that an operator makes.
     *
     * @param name also the name of the custom resource; checked with the whole spec
     */
    public static ApplicationSpec application(String name) {
        return ApplicationSpec.named(name);
    }

    /** An object store, to be asked whether it can be used. */
    public static ObjectStore store(S3 store) {
        return ObjectStore.of(store);
    }

    /**
     * What runs have left in their event logs, to be opened in a browser.
     *
     * @param folder what they were given by {@code .eventLog(..)}, for example {@code "s3a://history/"}
     */
    public static HistorySpec history(String folder) {
        return history(EventLog.at(folder));
    }

    /** What runs have left in their event logs, to be opened in a browser. */
    public static HistorySpec history(EventLog log) {
        return HistorySpec.of(log);
    }

    /**
     * Why something was thrown, by Kindling, by Spark or by the API server, from what it says; nothing is asked.
     *
     * <pre>{@code
     * static String cause(ClusterAccessException refused) {
     *     return Spark.diagnose(refused).first().map(Finding::what).orElse("not known");
     * }
     * }</pre>
     */
    public static Diagnosis diagnose(Throwable thrown) {
        var subject = new Subject("exception", "", ThrownFacts.name(thrown));
        var facts = ThrownFacts.of(subject.name(), "thrown", thrown);
        return Doctor.examine(Evidence.of(subject, Map.of(), List.of(), List.of(facts), DriverPoint.UNKNOWN));
    }

    /**
     * Looks again at evidence that {@link Diagnosis#save} has written, without any cluster.
     *
     * @throws IllegalArgumentException if the file is none of these
     * @throws UncheckedIOException if it cannot be read
     */
    public static Diagnosis diagnose(Path evidence) {
        try {
            return Doctor.examine(Bundle.read(evidence.toString(), Files.readString(evidence)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The applications that are there: to list, to watch, to take over. Asks nothing yet. */
    public static Applications applications(KubernetesCluster cluster) {
        return new Applications(cluster);
    }

    /**
     * An application that Kubeflow's operator runs again and again.
     *
     * @param name of the schedule and start of the names of its runs, at most 43 characters
     * @param cron when: minute, hour, day, month and weekday, or {@code @every 20m}, {@code @hourly}, {@code @daily}
     * @param application what; its own name is not used
     */
    public static ScheduleSpec schedule(String name, String cron, ApplicationSpec application) {
        return ScheduleSpec.of(SchedulePlan.of(name, cron, application.plan()));
    }

    /**
     * A Spark Connect server, which Kubeflow's operator keeps in the cluster.
     *
     * @param name of the resource and start of the names of its pods
     */
    public static ConnectServerSpec connectServer(String name) {
        return ConnectServerSpec.named(name);
    }

    /**
     * A standalone cluster of a master and workers, which Apache's operator keeps.
     *
     * @param name of the resource and start of the names of its pods
     */
    public static StandaloneClusterSpec standaloneCluster(String name) {
        return StandaloneClusterSpec.named(name);
    }

    /**
     * An application as a {@code SparkApplication} in a file of YAML or JSON says it, of either operator. The spec says
     * what is understood, carries the rest ({@link ApplicationSpec#keptFields}), and written again in the same dialect it
     * is the same resource, but for what was changed. What the API server and the operator added (status, uid, ...) is
     * left out. Other documents in the file, a ServiceAccount say, are left aside.
     *
     * @throws dev.kindling.diagnosis.InvalidManifestException if the file cannot be read, holds no or several
     *     applications, or has values that the operator's definition does not allow; with line and column of each
     */
    public static ApplicationSpec readApplication(Path file) {
        return ApplicationSpec.of(ManifestReader.read(YamlText.read(file)));
    }

    /**
     * The same from a text.
     *
     * @throws dev.kindling.diagnosis.InvalidManifestException as {@link #readApplication(Path)}
     */
    public static ApplicationSpec readApplication(String text) {
        return ApplicationSpec.of(ManifestReader.read(YamlText.of(text)));
    }

    /**
     * A schedule as a {@code ScheduledSparkApplication} in a file of YAML or JSON says it, with the application that it
     * runs; otherwise as {@link #readApplication(Path)}.
     *
     * @throws dev.kindling.diagnosis.InvalidManifestException as {@link #readApplication(Path)}
     */
    public static ScheduleSpec readSchedule(Path file) {
        return ScheduleSpec.of(ScheduleReader.read(YamlText.read(file)));
    }

    /**
     * The same from a text.
     *
     * @throws dev.kindling.diagnosis.InvalidManifestException as {@link #readApplication(Path)}
     */
    public static ScheduleSpec readSchedule(String text) {
        return ScheduleSpec.of(ScheduleReader.read(YamlText.of(text)));
    }
}
