package dev.kindling.internal.check;

import dev.kindling.internal.plan.Lifecycle;
import dev.kindling.internal.text.Names;

/** When an application starts and is removed. */
final class LifecycleCheck {
    private LifecycleCheck() {}

    static void check(Lifecycle lifecycle, Problems problems) {
        lifecycle
                .timeToLive()
                .filter(time -> time.toSeconds() < 1 || time.getNano() != 0)
                .ifPresent(time -> problems.add(
                        ".timeToLive(..)",
                        time,
                        "is not a number of whole seconds from 1 on",
                        ".timeToLive(Duration.ofHours(1))"));
        lifecycle
                .kueueQueue()
                .filter(queue -> !Names.isSubdomain(queue))
                .ifPresent(queue -> problems.add(
                        ".kueue(..)",
                        queue,
                        "is not the name of a LocalQueue",
                        ".kueue(\"" + Names.nearestLabel(queue, 63, "default") + "\")"));
        lifecycle
                .idempotencyKey()
                .filter(String::isBlank)
                .ifPresent(key -> problems.add(
                        ".idempotencyKey(..)", key, "is blank", ".idempotencyKey(\"nightly-2026-08-01\")"));
    }
}
