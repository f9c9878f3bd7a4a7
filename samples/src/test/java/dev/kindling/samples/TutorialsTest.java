package dev.kindling.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What tutorials show of Java is code of the samples, which is compiled and run. */
class TutorialsTest {
    private static final Path TUTORIALS = Path.of("../docs/tutorials");
    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    private final String samples = all(Path.of("src/main/java"), ".java").stream()
            .map(TutorialsTest::flat)
            .collect(Collectors.joining(" "));

    static List<Path> tutorials() {
        return files(TUTORIALS, ".md");
    }

    @ParameterizedTest
    @MethodSource("tutorials")
    void blocksOfJavaAreCutFromSamples(Path tutorial) {
        var blocks = BLOCK.matcher(read(tutorial)).results().map(block -> block.group(1));
        assertThat(blocks).isNotEmpty().allSatisfy(block -> assertThat(samples).contains(flat(block)));
    }

    private static List<String> all(Path folder, String ending) {
        return files(folder, ending).stream().map(TutorialsTest::read).toList();
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
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

    /** Indentation is another there. */
    private static String flat(String code) {
        return code.strip().replaceAll("\\s+", " ");
    }
}
