package dev.kindling.shell.console.variables;

import dev.kindling.shell.console.code.Reachability;
import dev.kindling.shell.console.code.SnippetLoader;
import dev.kindling.shell.console.remote.ConsoleVariables;
import java.io.IOException;
import java.io.NotSerializableException;
import java.util.Objects;
import org.apache.xbean.asm9.Type;
import org.jspecify.annotations.Nullable;

/** Reads console variables in the driver and serialises them, or says by name why one cannot be sent. */
final class VariableValues {
    private final SnippetLoader loader;

    VariableValues(SnippetLoader loader) {
        this.loader = loader;
    }

    /** The value as bytes; code that it brings along is added to what is reached. */
    byte[] bytes(String key, Reachability reached) throws IOException {
        refuseBinding(key);
        var value = value(key);
        if (value != null) {
            refuseDriverOnly(key, value.getClass());
        }
        try {
            return ScanningOutput.bytes(value, reached, loader);
        } catch (NotSerializableException e) {
            throw unsendable(key, value, e.getMessage());
        }
    }

    /** Whether it is a number, a text or the like, which costs nothing to send. */
    boolean isSmall(String key) throws IOException {
        if (loader.classes().isBinding(key)) {
            return false;
        }
        var value = value(key);
        return value instanceof String
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Number && value.getClass().getPackageName().equals("java.lang");
    }

    /** Whether it cannot fail to be serialised, so that need not be tried before its time. */
    boolean isSafe(String key) throws IOException {
        if (isSmall(key)) {
            return true;
        }
        var value = value(key);
        return value != null
                && value.getClass().isArray()
                && value.getClass().getComponentType().isPrimitive();
    }

    private @Nullable Object value(String key) throws IOException {
        try {
            return loader.value(Objects.requireNonNull(loader.classes().variable(key)));
        } catch (ReflectiveOperationException e) {
            throw new IOException("console variable '" + ConsoleVariables.name(key) + "' could not be read: " + e, e);
        }
    }

    /** The value of a bound variable is not in its field, so its type tells. */
    private void refuseBinding(String key) throws NotSerializableException {
        var variable = loader.classes().variable(key);
        if (variable != null && loader.classes().isBinding(key)) {
            var type = Type.getType(variable.descriptor()).getClassName();
            throw driverOnly(key, type.substring(type.lastIndexOf('.') + 1));
        }
    }

    private static void refuseDriverOnly(String key, Class<?> type) throws NotSerializableException {
        var name = DriverOnly.nameOf(type);
        if (name.isPresent()) {
            throw driverOnly(key, name.get());
        }
    }

    private static NotSerializableException driverOnly(String key, String type) {
        return new NotSerializableException("console variable '" + ConsoleVariables.name(key) + "' is a " + type
                + ", which exists only in the driver: it can't be used in code that runs on executors");
    }

    private static NotSerializableException unsendable(String key, @Nullable Object value, String culprit) {
        var type = value == null ? "null" : value.getClass().getName();
        var reason = type.equals(culprit)
                ? "its class " + culprit + " is not Serializable"
                : "it holds an object of class " + culprit + ", which is not Serializable";
        return new NotSerializableException(
                "console variable '" + ConsoleVariables.name(key) + "' can't be sent to executors: " + reason);
    }
}
