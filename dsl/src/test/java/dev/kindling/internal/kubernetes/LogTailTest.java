package dev.kindling.internal.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LogTailTest {

    @Test
    void keepsAllOfAShortLog() {
        assertThat(tail(64, "one\ntwo\n")).isEqualTo("one\ntwo\n");
    }

    @Test
    void keepsTheLastWholeLinesOfALongOne() {
        assertThat(tail(8, "first line\nab\ncd\n")).isEqualTo("ab\ncd\n");
    }

    @Test
    void aSingleWriteLongerThanItself() {
        assertThat(tail(4, "0123456789\nx\n")).isEqualTo("x\n");
    }

    private static String tail(int capacity, String written) {
        LogTail tail = new LogTail(capacity);
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        tail.write(bytes, 0, bytes.length);
        return tail.text();
    }
}
