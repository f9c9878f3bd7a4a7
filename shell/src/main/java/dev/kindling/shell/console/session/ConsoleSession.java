package dev.kindling.shell.console.session;

import dev.kindling.SessionSpec;
import dev.kindling.run.RunningSession;
import dev.kindling.run.Setting;
import dev.kindling.shell.console.code.SnippetLoader;
import dev.kindling.shell.console.variables.VariableShipping;
import dev.kindling.target.KubernetesCluster;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/** The session behind {@code spark} and {@code sc}: started by its first use, and again when it has failed. Thread-safe. */
public final class ConsoleSession implements AutoCloseable {
    private final ConsolePlace place;
    private final SnippetLoader loader;
    private final Messages messages;
    private final BiFunction<SparkContext, SnippetLoader, Optional<String>> shipping;
    private final Set<String> jars = new LinkedHashSet<>();
    private volatile Consumer<SparkContext> started = context -> {};
    private SessionSpec spec;
    private volatile @Nullable RunningSession running;

    /**
     * Whom a session tells what.
     *
     * @param progress what a start waits for; an empty text ends it
     * @param warning what does not work as it should
     */
    public record Messages(Consumer<String> progress, Consumer<String> warning) {}

    /** Nothing is started yet. */
    public ConsoleSession(ConsolePlace place, SessionSpec spec, SnippetLoader loader, Messages messages) {
        this(place, spec, loader, messages, VariableShipping::begin);
    }

    /** The same with another way to begin the shipping of variables; it tells why it is not possible, if it is not. */
    public ConsoleSession(
            ConsolePlace place,
            SessionSpec spec,
            SnippetLoader loader,
            Messages messages,
            BiFunction<SparkContext, SnippetLoader, Optional<String>> shipping) {
        this.shipping = shipping;
        this.place = place;
        this.spec = spec;
        this.loader = loader;
        this.messages = messages;
    }

    /** Told of every context right after its start, in the thread that needed it. */
    public void onStart(Consumer<SparkContext> listener) {
        started = listener;
    }

    /** The value of one of the console's variables; most start the session. */
    public Object binding(String name) {
        return switch (name) {
            case "spark" -> running().spark();
            case "sc" -> JavaSparkContext.fromSparkContext(running().spark().sparkContext());
            case "session" -> running();
            case "cluster" -> cluster();
            default -> throw new IllegalArgumentException("'" + name + "' is no variable of the console");
        };
    }

    /** The session, started if there is none that works. */
    public synchronized RunningSession running() {
        var current = running;
        if (current != null && isAlive(current)) {
            return current;
        }
        stop();
        var made = start();
        running = made;
        return made;
    }

    /** The Spark context, if one runs. */
    public Optional<SparkContext> context() {
        return current().map(session -> session.spark().sparkContext());
    }

    /** What runs, if anything does. */
    public Optional<RunningSession> current() {
        return Optional.ofNullable(running).filter(ConsoleSession::isAlive);
    }

    /** The next use starts this; what runs is closed. */
    public synchronized void replace(SessionSpec next) {
        place.checkReplaceable();
        next.check();
        stop();
        spec = next;
    }

    /** A jar for executors, of this session and those to come. */
    public synchronized void addJar(String jar) {
        if (jars.add(jar)) {
            context().ifPresent(context -> context.addJar(jar));
        }
    }

    /** A setting of the session, of this one or the one that would start; otherwise the system property, as Spark does. */
    public synchronized Optional<String> setting(String key) {
        return context()
                .map(context -> context.getConf().get(key, null))
                .or(() -> spec.settings().get(key).map(Setting::value))
                .or(() -> Optional.ofNullable(System.getProperty(key)));
    }

    /** In words. */
    @Override
    public String toString() {
        return place.toString();
    }

    @Override
    public synchronized void close() {
        stop();
        place.close();
    }

    private KubernetesCluster cluster() {
        if (place.open(messages.progress()) instanceof KubernetesCluster cluster) {
            return cluster;
        }
        throw new IllegalStateException("this console runs on " + place
                + ", where there is no cluster. Start it with --on embedded or --on cluster");
    }

    private RunningSession start() {
        try {
            var session = ReadySession.start(spec, loader, ready -> place.start(ready, messages.progress()));
            begin(session.spark().sparkContext());
            return session;
        } finally {
            messages.progress().accept("");
        }
    }

    private void begin(SparkContext context) {
        shipping.apply(context, loader).ifPresent(why -> messages.warning()
                .accept("console variables are not sent to executors with this Spark or Java (" + why
                        + "): code that reads one there will fail and name it; use local variables"));
        jars.forEach(context::addJar);
        started.accept(context);
    }

    private void stop() {
        var current = running;
        running = null;
        if (current != null) {
            if (isAlive(current)) {
                VariableShipping.end(current.spark().sparkContext());
            }
            place.end(current);
        }
    }

    private static boolean isAlive(RunningSession session) {
        return session.failure().isEmpty() && !session.spark().sparkContext().isStopped();
    }
}
