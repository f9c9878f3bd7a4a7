package dev.kindling.internal.application;

import dev.kindling.internal.operator.Dialect;
import dev.kindling.internal.tracking.Connections;
import dev.kindling.run.LogKeeping;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The runs that this JVM looks at. All handles of one run share what is known of it and its logs. */
final class LiveRuns {

    private static final Map<String, LiveRun> BY_UID = new HashMap<>();

    private LiveRuns() {}

    /**
     * Begins to look at an application, then has it made or found.
     *
     * @param s3 how this JVM reaches the store of its code, if it knows
     */
    static ApplicationHandle begin(
            KubernetesCluster cluster,
            Dialect dialect,
            String name,
            LogKeeping keeping,
            Optional<S3> s3,
            Function<ApplicationApi, GenericKubernetesResource> source) {
        var lease = Connections.lease(cluster);
        Optional<LiveRun> begun = Optional.empty();
        try {
            var api = ApplicationApi.of(lease, dialect);
            begun = Optional.of(new LiveRun(lease, api, name, keeping));
            var application = source.apply(api);
            return new ApplicationHandle(cluster, dialect, application, shared(begun.get(), application), s3);
        } catch (RuntimeException e) {
            begun.ifPresentOrElse(LiveRun::abandon, lease::close);
            throw e;
        }
    }

    private static LiveRun shared(LiveRun begun, GenericKubernetesResource application) {
        var uid = application.getMetadata().getUid();
        synchronized (BY_UID) {
            var earlier = BY_UID.get(uid);
            if (earlier != null) {
                begun.abandon();
                return earlier;
            }
            BY_UID.put(uid, begun);
        }
        begun.released().thenRun(() -> forget(uid));
        return begun.is(application);
    }

    private static void forget(String uid) {
        synchronized (BY_UID) {
            BY_UID.remove(uid);
        }
    }
}
