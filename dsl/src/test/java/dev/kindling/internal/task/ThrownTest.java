package dev.kindling.internal.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ThrownTest {
    @Test
    void typeMessageStackAndCausesComeBackAsText() throws IOException {
        var thrown = new IllegalStateException("outer", new IOException());
        var remote = Thrown.read(Thrown.of(thrown).toJson()).toRemote();
        assertThat(remote).hasToString("java.lang.IllegalStateException: outer");
        assertThat(remote.getStackTrace()[0].getMethodName()).isEqualTo("typeMessageStackAndCausesComeBackAsText");
        assertThat(remote.getStackTrace()[0].getLineNumber()).isEqualTo(thrown.getStackTrace()[0].getLineNumber());
        assertThat(remote.getCause()).hasToString("java.io.IOException");
    }

    @Test
    void causesInACircleEnd() {
        var one = new IllegalStateException("one");
        var two = new IllegalStateException("two", one);
        one.initCause(two);
        assertThat(Thrown.of(one).toRemote()).hasRootCauseMessage("one");
    }
}
