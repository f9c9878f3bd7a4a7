package dev.kindling.shell.console;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ivy.core.settings.IvySettings;
import org.apache.ivy.util.DefaultMessageLogger;
import org.apache.ivy.util.Message;
import org.apache.spark.util.MavenUtils;
import scala.Option;
import scala.collection.immutable.Nil$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Maven coordinates as files, by Ivy as Spark itself uses it; what is found is kept in its cache.
 *
 * @param coordinates {@code group:artifact:version}
 * @param repositories where to look first
 */
record MavenJars(String coordinates, List<String> repositories) {
    private static final String PART = "[A-Za-z0-9_.-]+";

    /** One after the other, as they share Ivy's cache, and apart, as reading from a network can't be interrupted. */
    private static final ExecutorService SEARCHES =
            new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                var thread = new Thread(work, "maven");
                thread.setDaemon(true);
                return thread;
            });

    private static final String REPOSITORIES = "spark.jars.repositories";

    static MavenJars of(String coordinates, List<String> repositories) {
        if (!coordinates.matches(PART + ":" + PART + ":" + PART)) {
            throw new IllegalArgumentException("'" + coordinates
                    + "' is not group:artifact:version. Write require(\"org.apache.commons:commons-text:1.12.0\")");
        }
        return new MavenJars(coordinates, repositories);
    }

    /** The jar and those that it needs; an interrupt ends the waiting at once, and Ivy's own time limits the search. */
    List<String> find(Function<String, Optional<String>> setting) {
        var search = SEARCHES.submit(() -> search(setting));
        try {
            return search.get();
        } catch (InterruptedException e) {
            search.cancel(true);
            throw new CancellationException("the search for " + coordinates + " was interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e.getCause());
        }
    }

    /** All but what Spark has. What Ivy has to tell is kept for the case of a failure. */
    private List<String> search(Function<String, Optional<String>> setting) {
        var told = new ByteArrayOutputStream();
        Message.setDefaultLogger(new DefaultMessageLogger(Message.MSG_WARN)); // which is the level of what was searched
        try (var print = new PrintStream(told, true, StandardCharsets.UTF_8)) {
            var found = MavenUtils.resolveMavenCoordinates(
                    coordinates,
                    settings(setting, true, print),
                    // A local Maven repository may have the description of a jar, but not the jar.
                    Option.apply(settings(setting, false, print)),
                    true,
                    empty(),
                    false,
                    print);
            return CollectionConverters.asJava(found);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "there is no " + coordinates + " in " + searched(told) + ". For another repository write require(\""
                            + coordinates + "\", \"https://..\")",
                    e);
        }
    }

    @Override
    public String toString() {
        return coordinates;
    }

    /** Jars are compared with the checksums of their repositories, which Spark's own settings don't ask for. */
    private IvySettings settings(
            Function<String, Optional<String>> setting, boolean withLocalMaven, PrintStream print) {
        var more = Stream.concat(repositories.stream(), setting.apply(REPOSITORIES).stream())
                .collect(Collectors.joining(","));
        var wanted = Option.apply(more.isEmpty() ? null : more);
        var cache = Option.apply(setting.apply("spark.jars.ivy").orElse(null));
        var settings = setting.apply("spark.jars.ivySettings")
                .map(file -> MavenUtils.loadIvySettings(file, wanted, cache, print))
                .orElseGet(() -> MavenUtils.buildIvySettings(wanted, cache, withLocalMaven, print));
        if (settings.getVariable("ivy.checksums") == null) {
            settings.setVariable("ivy.checksums", "sha1,md5");
        }
        return settings;
    }

    /** Ivy names each file that it tried in a line of its own. */
    private static String searched(ByteArrayOutputStream told) {
        var tried = told.toString(StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("(https?|file|/).*\\.(pom|jar)"))
                .distinct()
                .toList();
        return tried.isEmpty() ? "the repositories" : String.join(", ", tried);
    }

    @SuppressWarnings("unchecked")
    private static scala.collection.immutable.Seq<String> empty() {
        return (scala.collection.immutable.Seq<String>) (scala.collection.immutable.Seq<?>) Nil$.MODULE$;
    }
}
