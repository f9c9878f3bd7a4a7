package dev.kindling.internal.session;

import dev.kindling.diagnosis.Explanation;
import dev.kindling.diagnosis.StartFailedException;
import dev.kindling.run.Settings;
import java.net.BindException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.util.Utils;

/** Makes Spark contexts from settings, and words from what Spark throws meanwhile. */
final class SparkContexts {

    private SparkContexts() {}

    /**
     * Makes a context on a thread of its own, which nobody interrupts: a constructor that is interrupted in the middle
     * stops only half of what it has started, and its allocator goes on asking for pods. An interrupted caller has its
     * context after a second or two, and stops it whole.
     */
    static SparkContext make(Settings settings, String driverHost) {
        // Spark looks up this machine's own name otherwise, which fails, or takes seconds, where it does not resolve.
        Utils.setCustomHostname(driverHost);
        SparkConf conf = new LoopbackUiConf();
        settings.applied().forEach(setting -> conf.set(setting.key(), setting.value()));
        try {
            return CompletableFuture.supplyAsync(
                            () -> new SparkContext(conf), task -> new Thread(task, "kindling-start").start())
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw failed(settings, e.getCause());
        }
    }

    private static StartFailedException failed(Settings settings, Throwable e) {
        String name = settings.get("spark.app.name").map(s -> s.value()).orElse("?");
        Throwable root = Stream.iterate(e, t -> t != null, Throwable::getCause)
                .reduce((outer, inner) -> inner)
                .orElse(e);
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
