package dev.kindling.shell.console;

import dev.kindling.SessionSpec;
import dev.kindling.shell.console.code.Bindings;
import dev.kindling.shell.console.code.SnippetLoader;
import dev.kindling.shell.console.engine.Engine;
import dev.kindling.shell.console.engine.SnippetThread;
import dev.kindling.shell.console.session.ConsolePlace;
import dev.kindling.shell.console.session.ConsoleSession;
import dev.kindling.shell.console.session.HostsSession;
import dev.kindling.shell.console.session.ReadySession;
import dev.kindling.shell.terminal.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.jspecify.annotations.Nullable;

/** Engine and session put together. One is open in a JVM at a time, as Spark allows one context in it. */
public final class Console implements AutoCloseable {
    private static volatile @Nullable Console open;

    private final SnippetLoader loader;
    private final boolean ownsLoader;
    private final ConsoleSession session;
    private final SnippetThread thread;
    private final Engine engine;
    private final Supplier<Optional<Screen>> screen;
    private final Given given;
    private final Consumer<String> progress;

    /**
     * What a console is made of.
     *
     * @param place where its sessions run
     * @param spec the session that the first use of {@code spark} starts
     * @param given what it begins with after the usual imports
     * @param display how values are shown
     * @param messages whom it tells what
     * @param screen the terminal as large as it is now; empty where there is none
     */
    public record Setup(
            ConsolePlace place,
            SessionSpec spec,
            Given given,
            Function<@Nullable Object, String> display,
            ConsoleSession.Messages messages,
            Supplier<Optional<Screen>> screen) {}

    private Console(Setup setup) {
        var hosts = hostsLoader(setup.place());
        loader = hosts.orElseGet(() -> new SnippetLoader(Console.class.getClassLoader()));
        ownsLoader = hosts.isEmpty();
        session = new ConsoleSession(setup.place(), setup.spec(), loader, setup.messages());
        thread = new SnippetThread(loader, session::context);
        session.onStart(thread::contextStarted);
        screen = setup.screen();
        given = setup.given();
        progress = setup.messages().progress();
        Bindings.from(this::binding);
        open = this; // what it begins with may call the console's verbs
        engine = new Engine(loader, thread, setup.display(), setup.given().source());
        if (setup.place() instanceof HostsSession hostsSession && !hostsSession.isReady()) {
            setup.messages()
                    .warning()
                    .accept("lambdas and classes typed here reach no executors of this session,"
                            + " as it was not started with SparkConsole.start(spec, target)");
        }
        if (!engine.bindsVariables()) {
            setup.messages().warning().accept("this Java's JShell keeps variables elsewhere: write session().spark()");
        }
    }

    /** Boots JShell; Spark is not touched. */
    public static synchronized Console open(Setup setup) {
        if (open != null) {
            throw new IllegalStateException("a console is open in this JVM already: close it first");
        }
        try {
            return new Console(setup);
        } catch (RuntimeException e) {
            open = null;
            throw e;
        }
    }

    /** The one whose snippets run. */
    static Console current() {
        return Optional.ofNullable(open).orElseThrow(() -> new IllegalStateException("no console is open"));
    }

    /** What runs snippets. */
    public Engine engine() {
        return engine;
    }

    /** What is behind {@code spark}. */
    public ConsoleSession session() {
        return session;
    }

    /** Told of every Spark context right after its start. */
    public void onStart(Consumer<SparkContext> listener) {
        session.onStart(context -> {
            thread.contextStarted(context);
            listener.accept(context);
        });
    }

    /** The Datasets that variables hold now. */
    public Map<String, Dataset<?>> datasets() {
        var found = new HashMap<String, Dataset<?>>();
        variables().forEach((name, value) -> {
            if (value instanceof Dataset<?> dataset) {
                found.put(name, dataset);
            }
        });
        return found;
    }

    /** The variables that have values now. */
    public Map<String, Object> variables() {
        return loader.values();
    }

    /** The terminal, if there is one. */
    Optional<Screen> screen() {
        return screen.get();
    }

    /** Finds them, and adds them. */
    void require(MavenJars wanted) {
        progress.accept("finding " + wanted);
        try {
            wanted.find(session::setting).forEach(this::addJar);
        } finally {
            progress.accept("");
        }
    }

    /** For compiler, driver and executors. */
    void addJar(String path) {
        engine.addJar(path);
        session.addJar(path);
    }

    @Override
    public void close() {
        try {
            session.close();
        } finally {
            engine.close();
            open = null;
            closeLoader();
        }
    }

    private Object binding(String name) {
        return given.value(name).orElseGet(() -> session.binding(name));
    }

    private static Optional<SnippetLoader> hostsLoader(ConsolePlace place) {
        return place instanceof HostsSession hosts && hosts.session() instanceof ReadySession ready
                ? Optional.of(ready.loader())
                : Optional.empty();
    }

    private void closeLoader() {
        try {
            if (ownsLoader) {
                loader.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the console's jars could not be closed", e);
        }
    }
}
