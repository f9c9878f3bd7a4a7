package dev.kindling.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CleanupTest {

    private final List<String> undone = new ArrayList<>();
    private final Cleanup cleanup = new Cleanup();

    @AfterEach
    void clearTheFlagOfThisThread() {
        Thread.interrupted();
    }

    @Test
    void undoesInReverseOrderOnce() {
        cleanup.add("first", () -> undone.add("first"));
        cleanup.add("second", () -> undone.add("second"));

        cleanup.close();
        cleanup.close();

        assertThat(undone).containsExactly("second", "first");
    }

    @Test
    void goesOnAfterAFailure() {
        cleanup.add("first", () -> undone.add("first"));
        cleanup.add("unchecked", () -> {
            throw new IllegalStateException("no such pod");
        });
        cleanup.add("checked", () -> sneak(new InterruptedException("as Scala throws it")));

        cleanup.close();

        assertThat(undone).containsExactly("first");
    }

    @Test
    void tellsWhichStepFailed() {
        cleanup.onFailure((step, failure) -> undone.add(step + ": " + failure.getMessage()));
        cleanup.add("delete the pods", () -> {
            throw new IllegalStateException("may not");
        });

        cleanup.close();

        assertThat(undone).containsExactly("delete the pods: may not");
    }

    @Test
    void callsOfAnInterruptedThreadAreNotCutShort() {
        cleanup.add(
                "wait for pods",
                () -> undone.add("interrupted " + Thread.currentThread().isInterrupted()));
        Thread.currentThread().interrupt();

        cleanup.close();

        assertThat(undone).containsExactly("interrupted false");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> void sneak(Exception e) throws E {
        throw (E) e;
    }
}
