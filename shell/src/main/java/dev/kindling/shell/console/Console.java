package dev.kindling.shell.console;

import dev.kindling.SessionSpec;
import dev.kindling.shell.console.code.Bindings;
import dev.kindling.shell.console.code.SnippetLoader;
import dev.kindling.shell.console.engine.Engine;
import dev.kindling.shell.console.engine.SnippetThread;
import dev.kindling.shell.console.session.ConsolePlace;
import dev.kindling.shell.console.session.ConsoleSession;
import dev.kindling.shell.terminal.Screen;
import java.util.HashMap;
import java.util.List;
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

    private final SnippetLoader loader = new SnippetLoader(Console.class.getClassLoader());
    private final ConsoleSession session;
    private final SnippetThread thread;
    private final Engine engine;
    private final Supplier<Optional<Screen>> screen;

    /**
     * What a console is made of.
     *
     * @param place where its sessions run
     * @param spec the session that the first use of {@code spark} starts
     * @param startup snippets that are run after the usual imports, at the start and after each reset
     * @param display how values are shown
     * @param messages whom it tells what
     * @param screen the terminal as large as it is now; empty where there is none
     */
    public record Setup(
            ConsolePlace place,
            SessionSpec spec,
            List<String> startup,
            Function<@Nullable Object, String> display,
            ConsoleSession.Messages messages,
            Supplier<Optional<Screen>> screen) {}

    private Console(Setup setup) {
        session = new ConsoleSession(setup.place(), setup.spec(), loader, setup.messages());
        thread = new SnippetThread(loader, session::context);
        session.onStart(thread::contextStarted);
        screen = setup.screen();
        Bindings.from(session::binding);
        engine = new Engine(loader, thread, setup.display(), setup.startup());
        if (!engine.bindsVariables()) {
            setup.messages().warning().accept("this Java's JShell keeps variables elsewhere: write session().spark()");
        }
    }

    /** Boots JShell; Spark is not touched. */
    public static synchronized Console open(Setup setup) {
        if (open != null) {
            throw new IllegalStateException("a console is open in this JVM already: close it first");
        }
        var made = new Console(setup);
        open = made;
        return made;
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
        loader.values().forEach((name, value) -> {
            if (value instanceof Dataset<?> dataset) {
                found.put(name, dataset);
            }
        });
        return found;
    }

    /** The terminal, if there is one. */
    Optional<Screen> screen() {
        return screen.get();
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
        }
    }
}
