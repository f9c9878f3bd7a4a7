package dev.kindling.run;

import java.util.List;

/**
 * An application in another operator's dialect, and what of it that dialect cannot say. Immutable and thread-safe.
 *
 * <pre>{@code
 * Conversion apache = Spark.readApplication(Path.of("nightly.yaml")).convertTo(Operator.apache());
 * apache.lost().forEach(field -> System.err.println("lost: " + field));
 * System.out.println(apache.manifest().toYaml());
 * }</pre>
 *
 * @param manifest the resource
 * @param lost each field without a counterpart, in the order of the text that was read
 */
public record Conversion(SparkManifest manifest, List<LostField> lost) {
    /** Copies the list. */
    public Conversion {
        lost = List.copyOf(lost);
    }
}
