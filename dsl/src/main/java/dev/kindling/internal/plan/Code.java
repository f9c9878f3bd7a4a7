package dev.kindling.internal.plan;

import dev.kindling.storage.CodeStore;
import java.util.List;
import java.util.Optional;

/**
 * Where code of this machine is brought to, and what of it.
 *
 * @param classPath whether this JVM's class path is the application's too
 * @param imageJars names of the jars that the image has; empty: those of Spark's own images with S3
 */
public record Code(Optional<CodeStore> store, boolean classPath, List<String> imageJars) {
    /** Nothing of this machine. */
    public static final Code NONE = new Code(Optional.empty(), false, List.of());

    public Code {
        imageJars = List.copyOf(imageJars);
    }

    public Code store(CodeStore value) {
        return new Code(Optional.of(value), classPath, imageJars);
    }

    public Code withClassPath() {
        return new Code(store, true, imageJars);
    }

    public Code imageJars(List<String> names) {
        return new Code(store, classPath, names);
    }
}
