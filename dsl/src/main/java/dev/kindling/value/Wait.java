package dev.kindling.value;

import java.time.Duration;

/** Times that a custom resource holds as whole seconds. */
final class Wait {
    /** What Kubeflow's webhook would fill in. */
    static final Duration DEFAULT = Duration.ofSeconds(5);

    private Wait() {}

    static void require(String method, Duration time) {
        if (time.toSeconds() < 1 || time.getNano() != 0) {
            throw new IllegalArgumentException(method + "(" + time
                    + ") is not a number of whole seconds from 1 on: write ." + method + "(Duration.ofSeconds(5))");
        }
    }
}
