package dev.kindling.shell.console.remote;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the driver's copies of snippets call where they read or write a console variable. Where tasks run in the driver's
 * own JVM they see what executors elsewhere would: the values of when the job was submitted, and objects of their own.
 */
public final class LocalVariables {
    private LocalVariables() {}

    /** The task's value, or outside of tasks the one given. */
    public static @Nullable Object get(@Nullable Object live, String key) {
        var snapshot = ConsoleVariables.ofThisTask();
        return snapshot != null && snapshot.has(key) ? snapshot.get(key) : live;
    }

    /** {@link #get} of an {@code int}. */
    public static int get(int live, String key) {
        return ConsoleVariables.noneRuns() ? live : (Integer) primitive(live, key);
    }

    /** {@link #get} of a {@code long}. */
    public static long get(long live, String key) {
        return ConsoleVariables.noneRuns() ? live : (Long) primitive(live, key);
    }

    /** {@link #get} of a {@code double}. */
    public static double get(double live, String key) {
        return ConsoleVariables.noneRuns() ? live : (Double) primitive(live, key);
    }

    /** {@link #get} of a {@code float}. */
    public static float get(float live, String key) {
        return ConsoleVariables.noneRuns() ? live : (Float) primitive(live, key);
    }

    /** {@link #get} of a {@code boolean}. */
    public static boolean get(boolean live, String key) {
        return ConsoleVariables.noneRuns() ? live : (Boolean) primitive(live, key);
    }

    /** {@link #get} of a {@code byte}. */
    public static byte get(byte live, String key) {
        return ConsoleVariables.noneRuns() ? live : (Byte) primitive(live, key);
    }

    /** {@link #get} of a {@code short}. */
    public static short get(short live, String key) {
        return ConsoleVariables.noneRuns() ? live : (Short) primitive(live, key);
    }

    /** {@link #get} of a {@code char}. */
    public static char get(char live, String key) {
        return ConsoleVariables.noneRuns() ? live : (Character) primitive(live, key);
    }

    /** Refuses an assignment in a task. */
    public static void beforeAssignment(String key) {
        if (ConsoleVariables.ofThisTask() != null) {
            ConsoleVariables.refuseAssignment(key);
        }
    }

    private static Object primitive(Object live, String key) {
        return Objects.requireNonNull(get(live, key));
    }
}
