package dev.kindling.internal.session;

import dev.kindling.diagnosis.Explanation;
import dev.kindling.diagnosis.StartFailedException;
import dev.kindling.run.Settings;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.BindException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.util.Utils;

/** Makes Spark contexts from settings, and words from what Spark throws meanwhile. */
final class SparkContexts {

    private static final long MAKING_SECONDS = 30;

    private SparkContexts() {}

    /**
     * Begins to make a context, on a thread of its own, which nobody interrupts: a constructor that is interrupted in
     * the middle stops only half of what it has started, and its allocator goes on asking for pods.
     */
    static CompletableFuture<SparkContext> begin(Settings settings, String driverHost) {
        // Spark looks up this machine's own name otherwise, which fails, or takes seconds, where it does not resolve.
        Utils.setCustomHostname(driverHost);
        SparkConf conf = new LoopbackUiConf();
        settings.applied().forEach(setting -> conf.set(setting.key(), setting.value()));
        return CompletableFuture.supplyAsync(
                () -> {
                    EventLogFolder.make(conf);
                    return new SparkContext(conf);
                },
                task -> new Thread(task, "kindling-start").start());
    }

    /** Waits for a context, also in a thread that is interrupted: it is there within a second or two, to be stopped. */
    static SparkContext await(CompletableFuture<SparkContext> making, Settings settings) {
        try {
            return making.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw failed(settings, e.getCause());
        }
    }

    /** Stops a context that is there or still being made; one that failed has stopped itself. */
    static void stop(CompletableFuture<SparkContext> making) {
        making.handle((context, failure) -> Optional.ofNullable(context))
                .completeOnTimeout(Optional.empty(), MAKING_SECONDS, TimeUnit.SECONDS)
                .join()
                .ifPresent(SparkContext::stop);
    }

    private static StartFailedException failed(Settings settings, Throwable e) {
        String name = settings.get("spark.app.name").map(s -> s.value()).orElse("?");
        Throwable root = Stream.iterate(e, t -> t != null, Throwable::getCause)
                .reduce((outer, inner) -> inner)
                .orElse(e);
        if (root instanceof KubernetesClientException) {
            var namespace = settings.get("spark.kubernetes.namespace")
                    .map(s -> s.value())
                    .orElse("default");
            return StartFailures.refused(name, namespace, "starting Spark", root);
        }
        boolean bind = root instanceof BindException;
        return new StartFailedException(
                new Explanation(
                        "start Spark for session \"" + name + "\"",
                        root.getClass().getSimpleName() + ": " + root.getMessage(),
                        bind
                                ? "the driver's port is taken, or its address is none of this machine"
                                : "Spark refused to start",
                        bind
                                ? ".driver(DriverPlan.defaults().host(\"..\").port(..)) with an address of this machine and a"
                                        + " free port, or none to have them found"
                                : "mend what it names; the stack trace below says where"),
                e);
    }
}
