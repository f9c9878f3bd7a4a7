package dev.kindling.internal.session;

/** What an executor's exit code means; sources: Spark's {@code ExecutorExitCode} and {@code SparkExitCode}. */
final class ExitCodes {

    private ExitCodes() {}

    static String meaning(int code, String reason) {
        return switch (code) {
            case -1 -> "the pod ended before its container ran: " + reason;
            case 1 -> "the executor's JVM ended with an error (exit code 1): its log says which";
            case 50 -> "an exception nobody caught ended the executor (exit code 50)";
            case 52 -> "the executor's Java heap was too small: OutOfMemoryError (exit code 52)";
            case 53, 54 -> "the executor could not make its folders for shuffle data (exit code " + code + ")";
            case 56 -> "the executor lost its heartbeat to the driver (exit code 56)";
            case 137 ->
                "OOMKilled".equals(reason)
                        ? "the container used more memory than its limit (OOMKilled): .memoryOverhead(\"..\")"
                        : "the executor was killed with SIGKILL (exit code 137)";
            case 143 -> "the executor was asked to end with SIGTERM (exit code 143)";
            default -> "the executor ended with exit code " + code;
        };
    }
}
