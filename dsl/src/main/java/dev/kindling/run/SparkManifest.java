package dev.kindling.run;

import dev.kindling.diagnosis.ManifestProblem;
import dev.kindling.diagnosis.Problem;
import dev.kindling.internal.schema.Schemas;
import dev.kindling.internal.schema.SparkResource;
import dev.kindling.internal.yaml.YamlText;
import java.nio.file.Path;
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

    /**
     * The one Spark resource in a file of YAML or JSON, of whichever operator and kind; other documents in it are left
     * aside. Only its text is read: see {@link #problems}.
     *
     * @throws dev.kindling.diagnosis.InvalidManifestException if the text is no YAML, is larger than API servers take,
     *     or holds none or several of them
     */
    public static SparkManifest read(Path file) {
        return of(SparkResource.in(YamlText.read(file)));
    }

    /**
     * The one Spark resource in a text of YAML or JSON.
     *
     * @throws dev.kindling.diagnosis.InvalidManifestException as {@link #read}
     */
    public static SparkManifest parse(String text) {
        return of(SparkResource.in(YamlText.of(text)));
    }

    private static SparkManifest of(SparkResource read) {
        return new SparkManifest(read.kind().apiVersion(), read.kind().kind(), read.name(), List.of(), read.text());
    }

    /**
     * Everything that is wrong or doubtful, found without a cluster: what the operator's definition of its resources
     * (Kubeflow 2.5.2, Apache 1.0.0) and Kubernetes' of pods don't allow, what the operator's webhook refuses, and what
     * is known not to work. In the order of the text; empty if all is well.
     */
    public List<ManifestProblem> problems() {
        return SparkResource.in(YamlText.of(toYaml)).problems(Schemas.shipped());
    }

    @Override
    public String toString() {
        return kind + " " + name + " (" + apiVersion + ")";
    }
}
