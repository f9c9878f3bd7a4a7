package dev.kindling.internal.plan;

import dev.kindling.storage.CodeStore;
import java.util.List;
import java.util.Optional;

/**
 * Where code of this machine is brought to.
 *
 * @param leftOut names of jars of the class path that are not brought, as images have them
 */
public record Code(Optional<CodeStore> store, List<String> leftOut) {
    static final Code NONE = new Code(Optional.empty(), List.of());

    public Code {
        leftOut = List.copyOf(leftOut);
    }

    public Code store(CodeStore value) {
        return new Code(Optional.of(value), leftOut);
    }

    public Code leftOut(List<String> names) {
        return new Code(store, names);
    }
}
