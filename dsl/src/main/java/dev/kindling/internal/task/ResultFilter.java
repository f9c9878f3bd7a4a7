package dev.kindling.internal.task;

import dev.kindling.internal.code.CodeLocation;
import dev.kindling.internal.code.OwnClassPath;
import dev.kindling.internal.plan.Code;
import java.io.ObjectInputFilter;
import java.nio.file.Path;
import java.util.Set;

/**
 * Which classes a result may hold: values of Java, and what was shipped with the task. Not Spark's libraries: among a few
 * hundred jars there are classes whose mere reading runs code.
 */
final class ResultFilter implements ObjectInputFilter {
    private static final Set<String> VALUES =
            Set.of("java.lang", "java.util", "java.time", "java.math", "java.net", "java.sql");

    private final Set<Path> ownClassPath;

    ResultFilter(Set<Path> ownClassPath) {
        this.ownClassPath = ownClassPath;
    }

    static ResultFilter of(Code shipped) {
        return new ResultFilter(
                Set.copyOf(OwnClassPath.of(shipped.withClassPath()).brought()));
    }

    @Override
    public Status checkInput(FilterInfo info) {
        var type = info.serialClass();
        if (type == null) {
            return Status.UNDECIDED; // A limit is asked for; the JVM's own hold.
        }
        while (type.isArray()) {
            type = type.getComponentType();
        }
        return type.isPrimitive() || VALUES.contains(type.getPackageName()) || isOwn(type)
                ? Status.ALLOWED
                : Status.REJECTED;
    }

    private boolean isOwn(Class<?> type) {
        try {
            return ownClassPath.contains(CodeLocation.of(type).toAbsolutePath().normalize());
        } catch (IllegalArgumentException e) {
            return false; // A class of Java itself.
        }
    }
}
