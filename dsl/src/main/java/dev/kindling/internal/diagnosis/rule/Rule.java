package dev.kindling.internal.diagnosis.rule;

import dev.kindling.internal.diagnosis.evidence.Evidence;
import java.util.stream.Stream;

/** Knows one family of causes. Looks at evidence and at nothing else. */
interface Rule {
    /** What it recognizes, each with the name of its run. */
    Stream<Cause> causes(Evidence evidence);
}
