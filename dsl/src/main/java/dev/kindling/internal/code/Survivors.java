package dev.kindling.internal.code;

import java.util.Optional;
import java.util.Set;

/** The submissions whose resources are there, where references of one origin come from. */
@FunctionalInterface
public interface Survivors {
    /** Empty if this user may not know. */
    Optional<Set<String>> submissions();
}
