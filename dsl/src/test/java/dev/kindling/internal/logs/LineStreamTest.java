package dev.kindling.internal.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineStreamTest {

    private final List<String> lines = new ArrayList<>();
    private final LineStream stream = new LineStream(lines::add);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void linesDoNotDependOnHowTheBytesArrive(int chunk) throws IOException {
        var bytes = "first\n\nzwölf €\r\nlast".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i += chunk) {
            stream.write(bytes, i, Math.min(chunk, bytes.length - i));
        }
        stream.close();

        assertThat(lines).containsExactly("first", "", "zwölf €", "last");
    }

    @Test
    void singleBytesWorkToo() {
        "a\nb\n".chars().forEach(stream::write);

        assertThat(lines).containsExactly("a", "b");
    }
}
