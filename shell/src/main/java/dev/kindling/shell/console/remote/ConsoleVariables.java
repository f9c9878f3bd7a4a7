package dev.kindling.shell.console.remote;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;

/**
 * What the executors' copies of snippets call where the original reads or writes a console variable. Nothing is guessed: a
 * variable that did not come with the task is an error with its name.
 */
public final class ConsoleVariables {
    private static final Map<TaskContext, Snapshot> RUNNING = new ConcurrentHashMap<>();
    private static final ThreadLocal<@Nullable Snapshot> LAST = new ThreadLocal<>();

    private ConsoleVariables() {}

    /** The value of a variable of a reference type; {@code key} is {@code owner.name}. */
    public static @Nullable Object get(String key) {
        var task = TaskContext.get();
        return (task == null ? agreed(key) : of(task, key)).get(key);
    }

    /** The value of an {@code int}. */
    public static int getI(String key) {
        return (Integer) primitive(key);
    }

    /** The value of a {@code long}. */
    public static long getJ(String key) {
        return (Long) primitive(key);
    }

    /** The value of a {@code double}. */
    public static double getD(String key) {
        return (Double) primitive(key);
    }

    /** The value of a {@code float}. */
    public static float getF(String key) {
        return (Float) primitive(key);
    }

    /** The value of a {@code boolean}. */
    public static boolean getZ(String key) {
        return (Boolean) primitive(key);
    }

    /** The value of a {@code byte}. */
    public static byte getB(String key) {
        return (Byte) primitive(key);
    }

    /** The value of a {@code short}. */
    public static short getS(String key) {
        return (Short) primitive(key);
    }

    /** The value of a {@code char}. */
    public static char getC(String key) {
        return (Character) primitive(key);
    }

    /** Called where the original assigns a variable. */
    public static void refuseAssignment(String key) {
        throw new ConsoleVariableException(assignmentRefused(key));
    }

    /** Why a variable is not assigned on executors, and what to write instead. */
    public static String assignmentRefused(String key) {
        return "console variable '" + name(key)
                + "' can't be assigned in code that runs on executors, as the change would"
                + " be lost: return the value, use an accumulator, or keep it in a static field of a class";
    }

    /** The name that the user knows. */
    public static String name(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    static void install(Snapshot snapshot) {
        var task = TaskContext.get();
        if (task == null) {
            return; // read in the driver, where the variables themselves are
        }
        snapshot.belongTo(task);
        RUNNING.put(task, snapshot);
        LAST.set(snapshot);
        task.addTaskCompletionListener((TaskCompletionListener) ended -> {
            RUNNING.remove(ended);
            LAST.remove();
        });
    }

    /** Whether no task with variables runs in this JVM, which in a driver of pods is always so. */
    static boolean noneRuns() {
        return RUNNING.isEmpty();
    }

    static @Nullable Snapshot ofThisTask() {
        var task = noneRuns() ? null : TaskContext.get();
        return task == null ? null : RUNNING.get(task);
    }

    private static Object primitive(String key) {
        return Objects.requireNonNull(get(key));
    }

    private static Snapshot of(TaskContext task, String key) {
        var last = LAST.get();
        if (last != null && last.belongsTo(task)) {
            return last;
        }
        var snapshot = RUNNING.get(task);
        if (snapshot == null) {
            throw new ConsoleVariableException("console variable '" + name(key) + "' was not sent with this job");
        }
        LAST.set(snapshot);
        return snapshot;
    }

    /** A thread that a task has started or borrowed belongs to none: right only if all that run here agree. */
    private static Snapshot agreed(String key) {
        var having = RUNNING.values().stream()
                .filter(each -> each.bytes(key) != null)
                .toList();
        var thread = Thread.currentThread().getName();
        if (having.isEmpty()) {
            throw new ConsoleVariableException(
                    "console variable '" + name(key) + "' was not sent to a task that runs now, for thread " + thread);
        }
        var first = having.get(0);
        if (having.stream().anyMatch(each -> !Arrays.equals(each.bytes(key), first.bytes(key)))) {
            throw new ConsoleVariableException("console variable '" + name(key)
                    + "' has different values in the jobs running now, and thread " + thread
                    + " is none of their task threads: copy it to a local variable first");
        }
        return first;
    }
}
