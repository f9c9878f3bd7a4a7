package dev.kindling.shell.console.engine;

import dev.kindling.shell.console.code.SnippetLoader;
import dev.kindling.shell.console.code.Stop;
import dev.kindling.shell.console.source.Script;
import dev.kindling.shell.console.source.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.jspecify.annotations.Nullable;

/**
 * JShell for Spark: one for the prompt, scripts and embedding. Its resets keep the loader, and with it the Spark session.
 * For one thread, but for {@link #stop} and {@link #addJar}.
 */
public final class Engine implements AutoCloseable {
    /** What executors of stock images run. */
    private static final String EXECUTORS_JAVA = "17";

    /** Else javac opens all jars of the class path anew for every few snippets, to look for plugins of its own. */
    private static final List<String> NO_PROCESSORS = List.of("-processorpath", "");

    private final SnippetLoader loader;
    private final SnippetThread thread;
    private final Function<@Nullable Object, String> display;
    private final List<String> startup;
    private final Queue<String> jarsToAdd = new ConcurrentLinkedQueue<>();
    private final List<String> jars = new ArrayList<>();
    private final List<String> startProblems = new ArrayList<>();
    private List<String> start = List.of();
    private final Syntax syntax = new Syntax(syntaxOptions());
    private SnippetIds ids = new SnippetIds();
    private JShell jshell;
    private boolean bound;
    private @Nullable JShellException lastFailure;

    /**
     * Boots JShell.
     *
     * @param display how values are shown; {@link #plain} does it as JShell itself
     * @param startup snippets that are run after the usual imports, now and after each reset
     */
    public Engine(
            SnippetLoader loader,
            SnippetThread thread,
            Function<@Nullable Object, String> display,
            List<String> startup) {
        this.loader = loader;
        this.thread = thread;
        this.display = display;
        this.startup = startup;
        this.jshell = boot();
    }

    /** The value as JShell itself shows it. */
    public static String plain(@Nullable Object value) {
        return SnippetExecution.plain(value);
    }

    /** Runs one snippet, which {@link #syntax} cuts from what was typed. */
    public List<SnippetEvent> eval(String snippet) {
        Stop.clear(); // not every snippet runs code, which would do so
        thread.source(snippet);
        var events = jshell.eval(snippet);
        thread.source("");
        events.stream().map(SnippetEvent::exception).filter(Objects::nonNull).forEach(each -> lastFailure = each);
        addJars();
        return events;
    }

    /** All snippets of before are gone; the Spark session stays. */
    public void reset() {
        jshell.close();
        lastFailure = null;
        jarsToAdd.stream().filter(each -> !jars.contains(each)).forEach(jars::add);
        jarsToAdd.clear();
        jshell = boot();
    }

    /** What is run after the startup from the next {@link #reset} on; what fails in it ends nothing. */
    public void start(List<String> sources) {
        start = List.copyOf(sources);
    }

    /** What failed of {@link #start} at the last reset. */
    public List<String> startProblems() {
        return List.copyOf(startProblems);
    }

    /** The last exception of a snippet that still is there. */
    public Optional<JShellException> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    /** Ends the snippet that runs, from another thread. */
    public void stop() {
        jshell.stop();
    }

    /** The compiler knows it after the snippet that calls this, the driver at once. */
    public void addJar(String path) {
        jarsToAdd.add(path);
    }

    /** Those that were added. */
    public List<String> jars() {
        return List.copyOf(jars);
    }

    /** The state, to be asked. */
    public JShell jshell() {
        return jshell;
    }

    /** What cuts source into snippets; it knows no classes. */
    public SourceCodeAnalysis syntax() {
        return syntax.analysis();
    }

    /** What completes and documents source. From the first call on, JShell keeps an index of all classes. */
    public SourceCodeAnalysis analysis() {
        return jshell.sourceCodeAnalysis();
    }

    /** Whether {@code spark} and the like find their values with this JDK's JShell. */
    public boolean bindsVariables() {
        return bound;
    }

    @Override
    public void close() {
        jshell.close();
        syntax.close();
        thread.close();
    }

    private JShell boot() {
        ids = new SnippetIds();
        var generation = loader.nextGeneration();
        var current = ids;
        var made = JShell.builder()
                .executionEngine(
                        new SnippetExecutionProvider(() -> new SnippetExecution(loader, generation, thread, display)),
                        null)
                .compilerOptions(compilerOptions())
                .idGenerator((snippet, number) -> current.next(snippet))
                .tempVariableNameGenerator(current::nextValue)
                .build();
        current.failed(snippet -> !made.status(snippet).isActive());
        made.addToClasspath(System.getProperty("java.class.path")); // as an option it would hide what is added later
        jars.forEach(made::addToClasspath);
        begin(made);
        ids.started();
        return made;
    }

    private void begin(JShell made) {
        Startup.importSnippets().forEach(each -> problemOf(made, each).ifPresent(Engine::fail));
        loader.beginBindings();
        Startup.variableSnippets().forEach(each -> problemOf(made, each).ifPresent(Engine::fail));
        bound = loader.endBindings();
        startup.forEach(each -> problem(made, each).ifPresent(Engine::fail));
        startProblems.clear();
        start.forEach(each -> problem(made, each).ifPresent(startProblems::add));
    }

    /** Why not all of the source could be run, if so. */
    private Optional<String> problem(JShell made, String source) {
        var statements = new Statements(new Script("", source));
        for (var next = statements.next(syntax()); next.isPresent(); next = statements.next(syntax())) {
            var problem = problemOf(made, next.get().source());
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    /** Of one snippet. */
    private static Optional<String> problemOf(JShell made, String snippet) {
        return made.eval(snippet).stream()
                .flatMap(event -> why(made, event).stream())
                .map(why -> "the console cannot begin with '" + snippet.strip() + "': " + why)
                .findFirst();
    }

    private static Optional<String> why(JShell made, SnippetEvent event) {
        if (event.status() == Snippet.Status.REJECTED) {
            return Optional.of(made.diagnostics(event.snippet())
                    .map(each -> each.getMessage(null))
                    .toList()
                    .toString());
        }
        return Optional.ofNullable(event.exception())
                .map(each -> Failure.of(each).what());
    }

    private static void fail(String problem) {
        throw new IllegalStateException(problem);
    }

    private void addJars() {
        for (var jar = jarsToAdd.poll(); jar != null; jar = jarsToAdd.poll()) {
            jars.add(jar);
            jshell.addToClasspath(jar);
        }
    }

    private static String[] compilerOptions() {
        var options = new ArrayList<>(NO_PROCESSORS);
        // The class files go to executors as they are, so they must be of a Java that those know.
        if (Runtime.version().feature() > Integer.parseInt(EXECUTORS_JAVA)) {
            options.addAll(List.of("--release", EXECUTORS_JAVA));
        }
        return options.toArray(String[]::new);
    }

    private static String[] syntaxOptions() {
        var options = new ArrayList<>(List.of(compilerOptions()));
        options.addAll(List.of("--limit-modules", "java.base"));
        return options.toArray(String[]::new);
    }
}
