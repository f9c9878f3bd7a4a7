package dev.kindling.internal.diagnosis.rule;

/** What exit codes mean. Sources: Spark's {@code SparkExitCode} and {@code ExecutorExitCode}, and what shells do. */
final class ExitCodes {

    private ExitCodes() {}

    static String meaning(int code) {
        return switch (code) {
            case 1 -> "the JVM or the program ended with an error: the log's last exception says which";
            case 2 -> "wrong usage of a command";
            case 10, 50 -> "an exception that nobody caught";
            case 11 -> "too many executors failed (spark.executor.maxNumFailures)";
            case 51 -> "an exception that nobody caught, and another one while it was logged";
            case 52 -> "OutOfMemoryError: the Java heap was too small";
            case 53, 54 -> "no folder for shuffle data could be made: the disk is full or read-only";
            case 55 -> "an external block store could not be reached";
            case 56 -> "the executor lost its heartbeat to the driver";
            case 57 -> "the executor's environment was killed by its task reaper";
            case 101 -> "spark-submit did not find the main class";
            case 126, 127 -> "the container's command is not in the image, or is no program";
            case 134 -> "the JVM crashed (SIGABRT)";
            case 137 -> "killed with SIGKILL: out of memory on the node, or deleted by force";
            case 139 -> "a native library crashed the process (SIGSEGV)";
            case 143 -> "asked to end with SIGTERM: somebody deleted the pod, or the node was drained";
            default -> "an exit code of the program's own";
        };
    }
}
