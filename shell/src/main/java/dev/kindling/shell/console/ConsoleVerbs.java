package dev.kindling.shell.console;

import dev.kindling.SessionSpec;
import dev.kindling.run.ExecutorStatus;
import dev.kindling.run.RunningSession;
import dev.kindling.run.Settings;
import dev.kindling.shell.terminal.Table;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be called in the console without an import, about its session.
 *
 * <pre>{@code
 * session(Spark.session("words").executors(ExecutorPlan.of(4)));
 * require("org.apache.commons:commons-text:1.12.0");
 * executors();
 * }</pre>
 */
public final class ConsoleVerbs {
    private ConsoleVerbs() {}

    /** The session, started if need be. */
    public static RunningSession session() {
        return Console.current().session().running();
    }

    /**
     * Replaces the session: what runs is closed, the next use of {@code spark} starts this.
     *
     * @throws dev.kindling.diagnosis.InvalidSpecException if the spec is wrong; what runs goes on
     */
    public static void session(SessionSpec spec) {
        Console.current().session().replace(spec);
    }

    /** A jar for the next snippets, in driver and executors. */
    public static void addJar(String path) {
        var jar = Path.of(path).toAbsolutePath();
        if (!Files.isReadable(jar)) {
            throw new IllegalArgumentException("there is no jar " + jar + ": write addJar(\"/path/to/the.jar\")");
        }
        Console.current().addJar(jar.toString());
    }

    /**
     * Finds Maven coordinates and what they need, and adds the jars. They are looked for in the repositories given, then in
     * those of {@code spark.jars.repositories}, of this user and Maven Central; {@code spark.jars.ivySettings} replaces all
     * of these.
     *
     * @param coordinates {@code group:artifact:version}
     * @param repositories addresses, such as {@code https://maven.example.com/releases}
     * @throws IllegalArgumentException if they are no coordinates, or are not found
     */
    public static void require(String coordinates, String... repositories) {
        Console.current().require(MavenJars.of(coordinates, List.of(repositories)));
    }

    /** The effective settings of the session, and where each comes from. */
    public static Settings settings() {
        return session().settings();
    }

    /** The executors as they are now. */
    public static List<ExecutorStatus> executors() {
        var table = Table.of("id", "state", "pod", "node", "detail");
        return Listing.of(
                "executor",
                session().executors(),
                table,
                (rows, each) -> rows.row(each.id(), each.state(), each.pod(), each.node(), each.detail()));
    }

    /**
     * Prints the last lines of an executor's log.
     *
     * @param executor its id, as {@code executors()} lists it
     */
    public static void logs(String executor) {
        var log = session().executorLog(executor);
        System.out.println(
                log.isEmpty()
                        ? "(nothing here: it may be in Spark's own log, named in the welcome)"
                        : log.stripTrailing());
    }

    /** The jobs of the session, the latest last; Spark forgets old ones (spark.ui.retainedJobs). Starts no session. */
    public static List<JobStatus> jobs() {
        var table = Table.of("id", "state", "seconds", "tasks", "what")
                .rightAligned(0)
                .rightAligned(2)
                .rightAligned(3);
        return Listing.of(
                "job",
                Console.current().session().context().map(Jobs::of).orElse(List.of()),
                table,
                (rows, each) -> rows.row(
                        each.id(),
                        each.state(),
                        String.format(Locale.ROOT, "%.1f", each.took().toMillis() / 1e3),
                        each.tasksDone() + "/" + each.tasks(),
                        each.what()));
    }

    /** The address of Spark's own web pages. */
    public static Optional<URI> ui() {
        return session().uiUrl();
    }
}
