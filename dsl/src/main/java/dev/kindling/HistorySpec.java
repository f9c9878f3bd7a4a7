package dev.kindling;

import dev.kindling.diagnosis.Explanation;
import dev.kindling.diagnosis.UiUnavailableException;
import dev.kindling.internal.conf.StoreConf;
import dev.kindling.internal.forward.ReachedStore;
import dev.kindling.internal.history.HistoryServerUi;
import dev.kindling.internal.text.Ordered;
import dev.kindling.run.SparkUi;
import dev.kindling.storage.EventLog;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What runs have left in their event logs, to be looked at after their end in Spark's own history server. Immutable and
 * thread-safe; nothing is started before {@link #open}.
 *
 * <pre>{@code
 * static void show() throws java.io.IOException {
 *     try (SparkUi history = Spark.history("s3a://history/").s3(S3.minio("http://localhost:9000")).open()) {
 *         System.out.println("open " + history.uri());
 *         System.in.read();
 *     }
 * }
 * }</pre>
 */
public final class HistorySpec {
    private static final int HIGHEST_PORT = 65_535;

    private final EventLog log;
    private final Optional<S3> s3;
    private final Map<String, String> conf;
    private final int port;

    private HistorySpec(EventLog log, Optional<S3> s3, Map<String, String> conf, int port) {
        this.log = log;
        this.s3 = s3;
        this.conf = conf;
        this.port = port;
    }

    static HistorySpec of(EventLog log) {
        return new HistorySpec(log, Optional.empty(), Map.of(), 0);
    }

    /**
     * The object store, at the address by which this machine reaches it: pods may use another. Keys in a Secret are not
     * for this JVM, which takes them from its environment.
     */
    public HistorySpec s3(S3 store) {
        return new HistorySpec(log, Optional.of(store), conf, port);
    }

    /** A raw setting of Spark, of its history server ({@code spark.history.*}) or of Hadoop ({@code spark.hadoop.*}). */
    public HistorySpec conf(String key, String value) {
        return new HistorySpec(log, s3, Ordered.with(conf, Map.of(key, value)), port);
    }

    /**
     * Where to listen on the loopback address; default: a port that is free.
     *
     * @throws IllegalArgumentException if it is none that can be chosen
     */
    public HistorySpec port(int number) {
        if (number < 1 || number > HIGHEST_PORT) {
            throw new IllegalArgumentException("Port " + number + " is none: write .port(18080), or leave it out");
        }
        return new HistorySpec(log, s3, conf, number);
    }

    /**
     * Starts the server in this JVM and waits until it has looked through the folder, 30 seconds at most. It holds what
     * is looked at in this JVM's memory until it is closed.
     *
     * @throws dev.kindling.diagnosis.UiUnavailableException if the folder can't be read, or the port is taken
     */
    public SparkUi open() {
        if (s3.filter(ReachedStore::needsCluster).isPresent()) {
            throw new UiUnavailableException(
                    new Explanation(
                            "show the history in \"" + log.folder() + "\"",
                            "its object store is reached by a port-forward, and no cluster is named",
                            "a port is forwarded by the API server of the store's cluster",
                            ".open(KubernetesCluster.current()), or S3.minio(\"..\").fromHere(\"http://localhost:9000\")"),
                    null);
        }
        var settings = new LinkedHashMap<String, String>();
        s3.ifPresent(store -> settings.putAll(StoreConf.of(store)));
        settings.putAll(conf);
        return HistoryServerUi.open(log.folder(), settings, port);
    }

    /**
     * The same with an object store of {@link S3#fromHereByPortForward}, to a Service of this cluster. The port-forward is
     * open as long as the server.
     *
     * @throws dev.kindling.diagnosis.UiUnavailableException as {@link #open()}
     * @throws dev.kindling.diagnosis.ClusterAccessException if nothing can be forwarded
     */
    public SparkUi open(KubernetesCluster cluster) {
        return s3.map(store -> HistoryServerUi.open(log.folder(), store, cluster, conf, port))
                .orElseGet(this::open);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HistorySpec spec
                && log.equals(spec.log)
                && s3.equals(spec.s3)
                && conf.equals(spec.conf)
                && port == spec.port;
    }

    @Override
    public int hashCode() {
        return log.hashCode() * 31 + conf.hashCode();
    }

    /** Shows no value of a raw setting: keys may be among them. */
    @Override
    public String toString() {
        return "history " + log.folder() + s3.map(store -> ", " + store).orElse("") + ", conf=" + conf.keySet();
    }
}
