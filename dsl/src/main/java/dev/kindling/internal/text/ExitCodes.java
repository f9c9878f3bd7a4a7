package dev.kindling.internal.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What exit codes mean. Sources: Spark's {@code SparkExitCode} and {@code ExecutorExitCode} (4.1), the kubelet for what it could
 * not start, and POSIX shells for 126, 127 and 128 + n after signal n.
 */
public final class ExitCodes {

    private static final int SIGNALS = 128;
    private static final int LAST_SIGNAL = 64;

    private ExitCodes() {}

    /** With its meaning, where it has one: {@code exit code 52 (..)}. */
    public static String inWords(int code) {
        return "exit code " + code
                + meaning(code).map(text -> " (" + text + ")").orElse("");
    }

    /** Empty for a code of the program's own. */
    public static Optional<String> meaning(int code) {
        return Optional.ofNullable(code > SIGNALS && code <= SIGNALS + LAST_SIGNAL ? ofSignal(code) : ofProcess(code));
    }

    private static @Nullable String ofProcess(int code) {
        return switch (code) {
            case 1 -> "the JVM or the program ended with an error, which its log tells";
            case 2 -> "wrong usage of a command, or a file that it could not open";
            case 11 -> "too many executors failed: spark.executor.maxNumFailures";
            case 50 -> "an exception that nobody caught";
            case 51 -> "an exception that nobody caught, and another one while it was logged";
            case 52 -> "OutOfMemoryError: the JVM's memory was too small";
            case 53 -> "executors end so when spark.local.dir takes no folder: the disk is full or read-only";
            case 54 -> "executors end so when an external block store does not start";
            case 55 -> "executors end so when an external block store makes no folder";
            case 56 -> "executors end so when no heartbeat reaches the driver: spark.executor.heartbeat.maxFailures";
            case 57 -> "executors end so when a cancelled task goes on: spark.task.reaper.killTimeout";
            case 58 -> "executors end so when the driver does not take their blocks again";
            case 101 -> "spark-submit did not find the main class";
            case 124 -> "the driver ran longer than spark.driver.timeout";
            case 126, 127 -> "the container's command is not in the image, or is no program";
            case 128 -> "the container could not be started";
            default -> null;
        };
    }

    private static String ofSignal(int code) {
        return switch (code) {
            case 130 -> "interrupted: SIGINT";
            case 134 -> "the process gave up, as the JVM does when it crashes: SIGABRT";
            case 135 -> "a file mapped into memory could not be read, as on a full disk: SIGBUS";
            case 137 -> "killed: out of memory on the node, or deleted by force: SIGKILL";
            case 139 -> "a native library crashed the process: SIGSEGV";
            case 143 -> "asked to end, as when its pod is deleted or its node drained: SIGTERM";
            default -> "ended by signal " + (code - SIGNALS);
        };
    }
}
