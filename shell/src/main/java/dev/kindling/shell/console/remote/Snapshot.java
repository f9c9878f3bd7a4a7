package dev.kindling.shell.console.remote;

import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import org.apache.spark.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * The values of console variables when a stage was submitted, each serialised on its own, so that one that is never read
 * costs a task nothing and one that cannot be read spoils no other.
 */
public final class Snapshot implements Serializable {
    private static final long serialVersionUID = 1;

    private final LinkedHashMap<String, byte[]> values = new LinkedHashMap<>();
    private final LinkedHashMap<String, String> problems = new LinkedHashMap<>();
    private transient @Nullable HashMap<String, @Nullable Object> read;
    private transient @Nullable TaskContext task;

    /** The value of a variable. */
    public void put(String key, byte[] value) {
        values.put(key, value);
    }

    /** A variable that cannot be sent; the message is for the code that reads it nevertheless. */
    public void refuse(String key, String message) {
        problems.put(key, message);
    }

    /** Whether nothing is in it. */
    public boolean isEmpty() {
        return values.isEmpty() && problems.isEmpty();
    }

    boolean has(String key) {
        return values.containsKey(key) || problems.containsKey(key);
    }

    void belongTo(TaskContext owner) {
        task = owner;
    }

    boolean belongsTo(TaskContext other) {
        return task == other;
    }

    byte @Nullable [] bytes(String key) {
        return values.get(key);
    }

    /** All reads of one task see the same object, as the driver does. */
    synchronized @Nullable Object get(String key) {
        if (read == null) {
            read = new HashMap<>();
        }
        if (!read.containsKey(key)) {
            read.put(key, deserialise(key));
        }
        return read.get(key);
    }

    private Object deserialise(String key) {
        var bytes = values.get(key);
        if (bytes == null) {
            throw new ConsoleVariableException(problems.getOrDefault(
                    key,
                    "console variable '" + ConsoleVariables.name(key)
                            + "' was not sent: no code that Spark was given mentions it"));
        }
        try (var in = new ConsoleObjectInput(bytes)) {
            return in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new ConsoleVariableException(
                    "console variable '" + ConsoleVariables.name(key) + "' could not be read: " + e, e);
        }
    }
}
