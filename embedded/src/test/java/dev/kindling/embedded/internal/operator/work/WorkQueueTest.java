package dev.kindling.embedded.internal.operator.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkQueueTest {

    private final WorkQueue queue = new WorkQueue("queue-test");
    private final List<String> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void aLaterAppointmentTakesThePlaceOfAnEarlierOne() {
        queue.execute(() -> {
            queue.later("a", Duration.ofMillis(20), () -> done.add("first"));
            queue.later("a", Duration.ofMillis(10), () -> done.add("second"));
            queue.later("b", Duration.ofMillis(40), () -> done.add("last"));
        });

        await().until(() -> done.contains("last"));
        assertThat(done).containsExactly("second", "last");
    }

    @Test
    void aForgottenAppointmentIsNotKept() {
        queue.execute(() -> {
            queue.later("a", Duration.ofMillis(10), () -> done.add("forgotten"));
            queue.forget("a");
            queue.later("b", Duration.ofMillis(30), () -> done.add("last"));
        });

        await().until(() -> done.contains("last"));
        assertThat(done).containsExactly("last");
    }

    @Test
    void whatFailsDoesNotEndTheRest() {
        queue.execute(() -> {
            throw new IllegalStateException("on purpose");
        });
        queue.execute(() -> done.add("next"));

        await().until(() -> done.contains("next"));
    }
}
