package dev.kindling.value;

import java.time.Duration;

/**
 * Whether an operator starts an application again after it ended. Immutable and thread-safe. A restart begins from the
 * beginning: what the program did before is not taken up.
 *
 * <pre>{@code
 * RestartPolicy patient = RestartPolicy.onFailure(3).interval(Duration.ofSeconds(30)).submissionRetries(5);
 * }</pre>
 *
 * <p>Rules: {@code restartPolicy} of Kubeflow's resource, where the wait grows with every attempt and counts from the
 * last submission; {@code applicationTolerations.restartConfig} of Apache's, where it is the same each time and counts
 * from the end.
 */
public sealed interface RestartPolicy {
    /** Ends as the program ends: the default. */
    static RestartPolicy never() {
        return new Never();
    }

    /** Starts again whatever the end was, until the application is deleted. */
    static Always always() {
        return new Always(Wait.DEFAULT);
    }

    /**
     * Starts again if the program failed or its driver could not be made, each at most this often.
     *
     * @param retries attempts after the first, at least 0
     */
    static OnFailure onFailure(int retries) {
        return new OnFailure(retries, retries, Wait.DEFAULT, Wait.DEFAULT);
    }

    /** Never again. */
    record Never() implements RestartPolicy {}

    /**
     * Again and again.
     *
     * @param interval time between attempts, whole seconds; default: 5 s
     */
    record Always(Duration interval) implements RestartPolicy {
        /** Refuses an interval that is not of whole seconds. */
        public Always {
            Wait.require("interval", interval);
        }

        /** Time between attempts, whole seconds. */
        public Always interval(Duration time) {
            return new Always(time);
        }
    }

    /**
     * Again after a failure.
     *
     * @param retries attempts after a first one that failed, at least 0
     * @param submissionRetries attempts after a first one whose driver could not be made; default: {@code retries}
     * @param interval time between attempts, whole seconds; default: 5 s
     * @param submissionInterval the same where the driver could not be made
     */
    record OnFailure(int retries, int submissionRetries, Duration interval, Duration submissionInterval)
            implements RestartPolicy {
        /** Refuses negative numbers and intervals that are not of whole seconds. */
        public OnFailure {
            if (retries < 0 || submissionRetries < 0) {
                throw new IllegalArgumentException("Restart policy with " + retries + " retries and "
                        + submissionRetries + " of the submission is not possible: write RestartPolicy.onFailure(3)");
            }
            Wait.require("interval", interval);
            Wait.require("submissionInterval", submissionInterval);
        }

        /** How often it is tried again if the driver could not be made, at least 0. */
        public OnFailure submissionRetries(int n) {
            return new OnFailure(retries, n, interval, submissionInterval);
        }

        /** Time between attempts, whole seconds, whatever failed. */
        public OnFailure interval(Duration time) {
            return new OnFailure(retries, submissionRetries, time, time);
        }

        /** Time between attempts, whole seconds, if the driver could not be made. */
        public OnFailure submissionInterval(Duration time) {
            return new OnFailure(retries, submissionRetries, interval, time);
        }
    }
}
