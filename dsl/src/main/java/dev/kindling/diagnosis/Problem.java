package dev.kindling.diagnosis;

import java.io.Serializable;

/**
 * One thing that is wrong with a spec. Immutable and thread-safe.
 *
 * <pre>{@code
 * Problem problem = new Problem("name", "My Job", "is not a Kubernetes name", "Spark.session(\"my-job\")");
 * }</pre>
 *
 * @param where which part of the spec; where two parts contradict each other, both
 * @param value what it says, secrets hidden
 * @param why why that cannot be
 * @param lineToWrite what to write instead
 */
public record Problem(String where, String value, String why, String lineToWrite) implements Serializable {
    @Override
    public String toString() {
        return where + ": \"" + value + "\" " + why + "; write " + lineToWrite;
    }
}
