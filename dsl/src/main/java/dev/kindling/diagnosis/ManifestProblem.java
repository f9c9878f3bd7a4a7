package dev.kindling.diagnosis;

import java.io.Serializable;

/**
 * One thing that is wrong, or at least doubtful, in the text of a custom resource. Immutable and thread-safe.
 *
 * <pre>{@code
 * static void report(InvalidManifestException e) {
 *     for (ManifestProblem problem : e.problems()) {
 *         System.err.println(problem.place().line() + ": " + problem.lineToWrite());
 *     }
 * }
 * }</pre>
 *
 * @param severity whether it can be run at all
 * @param place where it stands
 * @param value what it says, secrets hidden
 * @param why why that cannot be
 * @param lineToWrite what to write instead
 */
public record ManifestProblem(Severity severity, Place place, String value, String why, String lineToWrite)
        implements Serializable {

    /** Whether the resource cannot be run so. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        return (isError() ? "" : "warning: ") + place + ": " + (value.isEmpty() ? "" : "\"" + value + "\" ") + why
                + "; write " + lineToWrite;
    }

    /** How bad it is. */
    public enum Severity {
        /** Refused by the API server or the operator, or sure to fail. */
        ERROR,
        /** Accepted, but it does not do what it seems to. */
        WARNING
    }

    /**
     * A place in a resource.
     *
     * @param path for example {@code spec.driver.cores} or {@code spec.volumes[0].name}; empty: the text as a whole
     * @param line the first is 1; 0 if there is no text
     * @param column the first is 1; 0 if there is no text
     */
    public record Place(String path, int line, int column) implements Serializable {
        @Override
        public String toString() {
            var position = line > 0 ? "line " + line + ", column " + column : "";
            if (path.isEmpty()) {
                return position.isEmpty() ? "the resource" : position;
            }
            return position.isEmpty() ? path : path + " (" + position + ")";
        }
    }
}
