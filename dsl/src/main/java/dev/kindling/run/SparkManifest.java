package dev.kindling.run;

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
 * @param toYaml the whole resource
 */
public record SparkManifest(String apiVersion, String kind, String name, String toYaml) {
    @Override
    public String toString() {
        return kind + " " + name + " (" + apiVersion + ")";
    }
}
