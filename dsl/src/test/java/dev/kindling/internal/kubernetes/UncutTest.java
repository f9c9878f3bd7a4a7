package dev.kindling.internal.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UncutTest {

    /** As Vert.x throws it. */
    private static final class HttpClosedException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aCutRequestIsDoneAgain() {
        assertThat(Uncut.ask(() -> answer(2, cut()))).isEqualTo("answer 3");
    }

    @Test
    void notForEver() {
        assertThatThrownBy(() -> Uncut.run(() -> answer(9, cut()))).isInstanceOf(KubernetesClientException.class);
        assertThat(asked).hasValue(3);
    }

    @Test
    void aRefusalIsAnAnswer() {
        var refusal = new KubernetesClientException("Forbidden", 403, null);

        assertThatThrownBy(() -> Uncut.ask(() -> answer(9, refusal))).isSameAs(refusal);
        assertThat(asked).hasValue(1);
    }

    private String answer(int inVain, KubernetesClientException failure) {
        if (asked.incrementAndGet() <= inVain) {
            throw failure;
        }
        return "answer " + asked;
    }

    private static KubernetesClientException cut() {
        return new KubernetesClientException("Connection was closed", new HttpClosedException());
    }
}
