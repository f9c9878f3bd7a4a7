package dev.kindling.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.preflight.Answer;
import dev.kindling.internal.preflight.Check;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The start goes on while a store is asked. */
class BucketWatchTest {

    private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();

    @Test
    void whatIsWrongIsToldWhenItIsKnown() throws InterruptedException {
        var answers = new CountDownLatch(1);
        try (var cleanup = new Cleanup()) {
            BucketWatch.begin(List.of(check(answers)), told::add, cleanup);
            assertThat(told).isEmpty();
            answers.countDown();
            assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("preflight: no bucket; to do: make it");
        }
    }

    @Test
    void theEndOfTheSessionEndsTheQuestion() throws InterruptedException {
        var brokenOff = new CountDownLatch(1);
        try (var cleanup = new Cleanup()) {
            BucketWatch.begin(List.of(never(brokenOff)), told::add, cleanup);
        }
        assertThat(brokenOff.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(told).isEmpty();
    }

    private static Check check(CountDownLatch answers) {
        return new Check("bucket", () -> {
            await(answers);
            return Answer.found("bucket", List.of(problem()));
        });
    }

    private static Check never(CountDownLatch brokenOff) {
        return new Check("bucket", () -> {
            await(new CountDownLatch(1));
            brokenOff.countDown();
            return Answer.found("bucket", List.of(problem()));
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Answer.Problem problem() {
        return new Answer.Problem(
                Finding.StorageUnavailable::new,
                Account.certain("s3-no-bucket", "no bucket").write("make it", ""));
    }
}
