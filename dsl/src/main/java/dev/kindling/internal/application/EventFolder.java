package dev.kindling.internal.application;

import dev.kindling.diagnosis.Explanation;
import dev.kindling.diagnosis.UiUnavailableException;
import dev.kindling.internal.history.HistoryServerUi;
import dev.kindling.run.SparkUi;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Map;
import java.util.Optional;

/**
 * Where an application writes its event log, as its resource says: read at once, as the resource may be gone when the
 * log is wanted.
 *
 * @param store where it is, as pods reach it
 */
record EventFolder(String folder, ResourceStore store) {

    static Optional<EventFolder> of(GenericKubernetesResource application) {
        var settings = ResourceStore.settings(application);
        return Optional.ofNullable(settings.get("spark.eventLog.dir"))
                .filter(folder -> "true".equals(settings.get("spark.eventLog.enabled")))
                .map(folder -> new EventFolder(folder, ResourceStore.of(settings)));
    }

    /** @param fromHere the object store, where this machine reaches it at another address than pods do */
    SparkUi open(Optional<S3> fromHere, KubernetesCluster cluster) {
        return folder.startsWith("s3a:")
                ? HistoryServerUi.open(folder, fromHere.orElseGet(store::fromHere), cluster, Map.of(), 0)
                : HistoryServerUi.open(folder, Map.of(), 0);
    }

    static UiUnavailableException none(String application) {
        return new UiUnavailableException(
                new Explanation(
                        "show the history of application \"" + application + "\"",
                        "its resource names no folder for event logs",
                        "without them nothing is left of a UI after the end",
                        ".eventLog(\"s3a://history/\") of the spec, before it is submitted; where the folder is known:"
                                + " Spark.history(\"s3a://history/\").open()"),
                null);
    }
}
