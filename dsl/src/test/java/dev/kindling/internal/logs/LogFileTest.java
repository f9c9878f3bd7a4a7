package dev.kindling.internal.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    private static final int LIMIT = 4096;

    @TempDir
    Path folder;

    @Test
    void aShortLogIsKeptWhole() throws IOException {
        var path = write(100);

        assertThat(lines(path)).isEqualTo(numbered(100));
        assertThat(LogFile.parts(path)).containsExactly(path);
    }

    @Test
    void ofALongOneTheMiddleIsLeftOutAndSaidSo() throws IOException {
        var path = write(10_000);
        var kept = lines(path);

        assertThat(kept).startsWith("line 0", "line 1").endsWith("line 9998", "line 9999");
        assertThat(kept)
                .filteredOn(line -> line.endsWith("bytes of this log were left out here]"))
                .hasSize(1);
        assertThat(LogFile.bytes(path)).isBetween(LIMIT / 2L, LIMIT + 100L);
    }

    @Test
    void writingAnewReplacesEveryPart() throws IOException {
        write(10_000);
        var path = write(1);

        assertThat(lines(path)).containsExactly("line 0");
    }

    @Test
    void whatIsNoTextDoesNotBreakReading() throws IOException {
        var path = Files.write(folder.resolve("odd.log"), new byte[] {'a', (byte) 0xff, '\n', 'b'});

        assertThat(lines(path)).hasSize(2).endsWith("b");
    }

    private Path write(int lines) throws IOException {
        var path = folder.resolve("driver.log");
        var file = new LogFile(path, LIMIT);
        for (var line : numbered(lines)) {
            file.append(line);
        }
        file.close();
        return path;
    }

    private static List<String> numbered(int lines) {
        return IntStream.range(0, lines).mapToObj(i -> "line " + i).toList();
    }

    private static List<String> lines(Path path) {
        try (var lines = LogFile.lines(path)) {
            return lines.toList();
        }
    }
}
