package dev.kindling.embedded.internal.operator.kubeflow;

import dev.kindling.embedded.internal.operator.work.Happening;

/** Kubeflow's events about an application, with its reasons, types and words. */
final class Happenings {

    private Happenings() {}

    static Happening added(String name) {
        return Happening.normal(
                "SparkApplicationAdded", "SparkApplication " + name + " was added, enqueuing it for submission");
    }

    static Happening submitted(String name) {
        return Happening.normal(
                "SparkApplicationSubmitted", "SparkApplication " + name + " was submitted successfully");
    }

    static Happening submissionFailed(String name, String why) {
        return Happening.warning(
                "SparkApplicationSubmissionFailed", "failed to submit SparkApplication " + name + ": " + why);
    }

    static Happening failed(String name, String why) {
        return Happening.warning("SparkApplicationFailed", "SparkApplication " + name + " failed: " + why);
    }

    static Happening pendingRerun(String name) {
        return Happening.warning("SparkApplicationPendingRerun", "SparkApplication " + name + " is pending rerun");
    }

    static Happening suspending(String name) {
        return Happening.warning("SparkApplicationSuspending", "SparkApplication " + name + " is suspending");
    }

    static Happening suspended(String name) {
        return Happening.warning("SparkApplicationSuspended", "SparkApplication " + name + " is suspended");
    }

    static Happening resuming(String name) {
        return Happening.warning("SparkApplicationResuming", "SparkApplication " + name + " is resuming");
    }

    static Happening driver(ApplicationState state, String pod) {
        return switch (state) {
            case SUBMITTED -> Happening.normal("SparkDriverPending", "Driver " + pod + " is pending");
            case RUNNING -> Happening.normal("SparkDriverRunning", "Driver " + pod + " is running");
            case SUCCEEDING -> Happening.normal("SparkDriverCompleted", "Driver " + pod + " completed");
            case FAILING -> Happening.warning("SparkDriverFailed", "Driver " + pod + " failed");
            default -> Happening.warning("SparkDriverUnknown", "Driver " + pod + " in unknown state");
        };
    }

    static Happening executor(String state, String pod, String failure) {
        return switch (state) {
            case "PENDING" -> Happening.normal("SparkExecutorPending", "Executor " + pod + " is pending");
            case "RUNNING" -> Happening.normal("SparkExecutorRunning", "Executor " + pod + " is running");
            case "COMPLETED" -> Happening.normal("SparkExecutorCompleted", "Executor " + pod + " completed");
            case "FAILED" -> Happening.warning("SparkExecutorFailed", "Executor " + pod + " failed with " + failure);
            default -> Happening.warning("SparkExecutorUnknown", "Executor " + pod + " in unknown state");
        };
    }
}
