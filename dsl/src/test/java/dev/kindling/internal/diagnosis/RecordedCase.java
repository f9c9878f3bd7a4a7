package dev.kindling.internal.diagnosis;

import dev.kindling.Spark;
import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Evidence of a real run, as {@code kindling doctor --save} has written it.
 *
 * @param bundle name of the file
 * @param expected the cause that has to come first; {@code none} for a run that goes well
 * @param made how the run was made to fail, or why it did not
 */
record RecordedCase(String bundle, String expected, String made) {

    private static final Path FOLDER = Path.of("src/test/resources/evidence");

    /** Once for all tests: each reads the evidence of a whole run. */
    private static final Map<String, Diagnosis> DIAGNOSES = new ConcurrentHashMap<>();

    static List<RecordedCase> all() {
        try {
            return Files.readAllLines(FOLDER.resolve("cases.txt")).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split("\\s*\\|\\s*", 3))
                    .map(fields -> new RecordedCase(fields[0], fields[1], fields[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> bundles() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.replace(".json", ""))
                    .toList();
        }
    }

    boolean isHealthy() {
        return expected.equals("none");
    }

    Diagnosis diagnosis() {
        return DIAGNOSES.computeIfAbsent(bundle, name -> Spark.diagnose(FOLDER.resolve(name + ".json")));
    }

    String found() {
        return diagnosis().first().map(Finding::cause).orElse("none");
    }

    /** What was found besides. */
    List<Finding> others() {
        return diagnosis().findings().stream().skip(1).toList();
    }

    @Override
    public String toString() {
        return bundle;
    }
}
