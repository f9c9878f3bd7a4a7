package dev.kindling.shell.console.code;

import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the snippets of this JVM, whose calls can only be static, find the values of the variables bound by the console. */
public final class Bindings {
    private static volatile Function<String, Object> source = name -> {
        throw new IllegalStateException("no console is open");
    };

    private Bindings() {}

    /** Who is asked from now on. */
    public static void from(Function<String, Object> bound) {
        source = bound;
    }

    /** What the field has, or else the bound value; called by the driver's copies of snippets. */
    public static Object orBound(@Nullable Object value, String name) {
        return value != null ? value : source.apply(name);
    }

    /** The variables whose reads are watched. */
    public static Set<String> names() {
        return Set.of("spark", "sc", "session", "cluster");
    }
}
