package dev.kindling.run;

import dev.kindling.diagnosis.Problem;
import java.util.List;

/**
 * A custom resource that an operator turns into a run, as text. Holds references to secrets, never their values.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * SparkManifest manifest = Spark.application("nightly")
 *         .image("registry.local/etl:7")
 *         .mainClass("x.Nightly")
 *         .jar("local:///app/etl.jar")
 *         .manifest(Operator.apache());
 * System.out.println(manifest.toYaml());
 * }</pre>
 *
 * @param apiVersion group and version of the resource
 * @param kind kind of the resource
 * @param name name of the resource
 * @param warnings what can be submitted and will probably not work
 * @param toYaml the whole resource, warnings as comments above it
 */
public record SparkManifest(String apiVersion, String kind, String name, List<Problem> warnings, String toYaml) {
    /** Copies the list. */
    public SparkManifest {
        warnings = List.copyOf(warnings);
    }

    @Override
    public String toString() {
        return kind + " " + name + " (" + apiVersion + ")";
    }
}
