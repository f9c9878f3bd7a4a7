package dev.kindling.internal.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Findings say what to write: what they name of the DSL is there, and the documents name them. */
class LinesToWriteTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final List<String> WITH_LINES = List.of("diagnosis/rule", "preflight");

    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern CAUSE =
            Pattern.compile("(?:certain|probable|begin)\\(\\s*\"([a-z0-9]+(?:-[a-z0-9]+)+)\"");
    private static final Pattern OF_TYPE = Pattern.compile("\\b([A-Z][A-Za-z0-9]+)\\.(\\w+)\\(");
    private static final Pattern ON_A_VALUE = Pattern.compile("(?<![\\w\\]\"/])\\.([a-z]\\w+)\\(");

    /** Names in texts that are none of ours. */
    private static final Set<String> OTHERS = Set.of("Path", "Duration");

    @Test
    void theTypesAndTheirMethods() {
        var api = api();

        var named = texts().flatMap(text -> OF_TYPE.matcher(text).results())
                .filter(found -> !OTHERS.contains(found.group(1)))
                .map(found -> found.group(1) + "." + found.group(2))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).contains("ExecutorPlan.of", "S3.minio").allMatch(each -> {
            var parts = each.split("\\.");
            return api.getOrDefault(parts[0], Set.of()).contains(parts[1]);
        });
    }

    @Test
    void theMethodsOfSpecsAndPlans() {
        var all = api().values().stream().flatMap(Set::stream).collect(Collectors.toSet());

        var named = texts().flatMap(text -> ON_A_VALUE.matcher(text).results())
                .map(found -> found.group(1))
                .filter(name -> !name.equals("svc")) // A pattern for host names.
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).contains("memoryOverhead", "packages").isSubsetOf(all);
    }

    @Test
    void theDocumentsNameEveryCause() {
        var documents = read(Path.of("../docs/diagnosis.md")) + read(Path.of("../docs/preflight.md"));

        var causes = files(SOURCES.resolve("dev/kindling/internal"))
                .map(LinesToWriteTest::read)
                .flatMap(source -> CAUSE.matcher(source).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(causes).contains("image-not-found", "unschedulable-pods").allMatch(documents::contains);
    }

    /** What their code says, without the quotes. */
    private static Stream<String> texts() {
        return WITH_LINES.stream()
                .map(SOURCES.resolve("dev/kindling/internal")::resolve)
                .flatMap(LinesToWriteTest::files)
                .map(LinesToWriteTest::read)
                .flatMap(source -> TEXT.matcher(source).results())
                .map(found -> found.group(1).replace("\\\"", "\""));
    }

    /** Names of the public methods, by the public types' simple names. */
    private static Map<String, Set<String>> api() {
        return files(SOURCES.resolve("dev/kindling"))
                .map(file ->
                        SOURCES.relativize(file).toString().replace('/', '.').replaceFirst("\\.java$", ""))
                .filter(name -> !name.contains(".internal.") && !name.endsWith("-info"))
                .map(LinesToWriteTest::load)
                .collect(Collectors.toMap(Class::getSimpleName, type -> Arrays.stream(type.getMethods())
                        .map(Method::getName)
                        .collect(Collectors.toSet())));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
