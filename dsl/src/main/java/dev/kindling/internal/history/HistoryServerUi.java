package dev.kindling.internal.history;

import dev.kindling.internal.conf.StoreConf;
import dev.kindling.internal.forward.ReachedStore;
import dev.kindling.internal.session.LoopbackUiConf;
import dev.kindling.run.SparkUi;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.history.FsHistoryProvider;
import org.apache.spark.deploy.history.HistoryServer;
import org.apache.spark.deploy.history.HistoryServer$;

/**
 * Spark's history server on loopback. In this JVM rather than in one of its own: it is there in a second or two, knows
 * the same file systems, and nothing has to be ended if this JVM is killed.
 */
public final class HistoryServerUi implements SparkUi {

    /** How long the first look through the folder may take before the list is shown incomplete. */
    private static final Duration FIRST_SCAN = Duration.ofSeconds(30);

    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(50);

    /** A log that was found is under process a moment later only. */
    private static final int QUIET_LOOKS = 10;

    private final HistoryServer server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private HistoryServerUi(HistoryServer server) {
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @param settings Spark's and Hadoop's, {@code spark.hadoop.} before the latter
     * @param port 0 for one that is free
     * @throws dev.kindling.diagnosis.UiUnavailableException if the folder can't be read, or the port is taken
     */
    public static SparkUi open(String folder, Map<String, String> settings, int port) {
        var conf = new LoopbackUiConf();
        settings.forEach(conf::set);
        // Spark decodes the address for whoever writes, and takes it literally for whoever reads.
        var path = new Path(URI.create(folder));
        HistoryFolder.check(path, conf);
        conf.set("spark.history.fs.logDirectory", path.toString());
        ChosenPort.check(port);
        return start(conf, port);
    }

    /**
     * The same in an object store, to which a port-forward is open as long as the server where the store asks for one.
     *
     * @param more settings, which count before the store's
     */
    public static SparkUi open(String folder, S3 store, KubernetesCluster cluster, Map<String, String> more, int port) {
        var reached = ReachedStore.of(store, cluster);
        try {
            var settings = new LinkedHashMap<>(StoreConf.of(reached.store()));
            settings.putAll(more);
            var ui = open(folder, settings, port);
            return new ForwardedUi(ui, reached);
        } catch (RuntimeException e) {
            reached.close();
            throw e;
        }
    }

    private static SparkUi start(SparkConf conf, int port) {
        var provider = new FsHistoryProvider(conf);
        var server = new HistoryServer(conf, provider, HistoryServer$.MODULE$.createSecurityManager(conf), port);
        server.bind();
        try {
            provider.start();
        } catch (RuntimeException e) {
            server.stop();
            throw e;
        }
        awaitFirstScan(provider);
        return new HistoryServerUi(server);
    }

    /** So that the runs of before are in the first page that is asked for. Spark calls nobody when it has looked. */
    private static void awaitFirstScan(FsHistoryProvider provider) {
        long end = System.nanoTime() + FIRST_SCAN.toNanos();
        int quietLooks = 0;
        while (quietLooks < QUIET_LOOKS
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK_AGAIN);
            boolean busy = provider.getLastUpdatedTime() <= 0 || provider.getEventLogsUnderProcess() > 0;
            quietLooks = busy ? 0 : quietLooks + 1;
        }
    }

    @Override
    public URI uri() {
        return URI.create(server.webUrl() + "/");
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.stop();
        }
    }

    @Override
    public String toString() {
        return "history at " + uri();
    }

    private record ForwardedUi(SparkUi ui, ReachedStore reached) implements SparkUi {
        @Override
        public URI uri() {
            return ui.uri();
        }

        @Override
        public void close() {
            ui.close();
            reached.close();
        }

        @Override
        public String toString() {
            return ui.toString();
        }
    }
}
