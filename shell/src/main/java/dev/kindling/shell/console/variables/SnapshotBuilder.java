package dev.kindling.shell.console.variables;

import dev.kindling.shell.console.code.Reachability;
import dev.kindling.shell.console.code.SnippetLoader;
import dev.kindling.shell.console.remote.ConsoleVariables;
import dev.kindling.shell.console.remote.Snapshot;
import java.io.IOException;
import java.io.NotSerializableException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes the values of all variables that code reads; a value may bring more code, so until nothing new is found. */
final class SnapshotBuilder {
    private final Reachability reached;
    private final SnippetLoader loader;
    private final VariableValues values;
    private final boolean onlyToCheck;
    private final Snapshot snapshot = new Snapshot();
    private final Set<String> done = new HashSet<>();

    private SnapshotBuilder(Reachability reached, SnippetLoader loader, boolean onlyToCheck) {
        this.reached = reached;
        this.loader = loader;
        this.values = new VariableValues(loader);
        this.onlyToCheck = onlyToCheck;
    }

    /**
     * The variables of the code reached.
     *
     * @throws NotSerializableException if one that is surely read cannot be sent, or one is assigned; it says which
     */
    static Snapshot of(Reachability reached, SnippetLoader loader) throws IOException {
        return new SnapshotBuilder(reached, loader, false).build();
    }

    /** Throws what {@link #of} throws, but spares large values that are sure to be sent well. */
    static void check(Reachability reached, SnippetLoader loader) throws IOException {
        new SnapshotBuilder(reached, loader, true).build();
    }

    private Snapshot build() throws IOException {
        for (var key : reached.assigned()) {
            throw new NotSerializableException(ConsoleVariables.assignmentRefused(key));
        }
        for (var key = next(reached::sure); key != null; key = next(reached::sure)) {
            take(key);
        }
        for (var key = next(this::rest); key != null; key = next(this::rest)) {
            try {
                take(key);
            } catch (NotSerializableException e) {
                snapshot.refuse(key, e.getMessage());
            }
        }
        if (reached.any() && !onlyToCheck) {
            takeSmall();
        }
        return snapshot;
    }

    /** What only a value that may be read will surely read, may be read. */
    private Collection<String> rest() {
        return Stream.concat(reached.sure().stream(), reached.possible().stream())
                .toList();
    }

    private @Nullable String next(Supplier<Collection<String>> wanted) {
        return wanted.get().stream()
                .filter(key -> !done.contains(key))
                .findFirst()
                .orElse(null);
    }

    private void take(String key) throws IOException {
        done.add(key);
        if (!onlyToCheck || !values.isSafe(key)) {
            snapshot.put(key, values.bytes(key, reached));
        }
    }

    /** A library may call an object among an RDD's data, which no scan sees: what is small goes along. */
    private void takeSmall() throws IOException {
        for (var key : loader.classes().readByDeclaredTypes()) {
            if (!done.contains(key) && values.isSmall(key)) {
                take(key);
            }
        }
    }
}
