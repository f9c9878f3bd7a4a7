package dev.kindling.internal.reading;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.diagnosis.InvalidManifestException;
import dev.kindling.diagnosis.ManifestProblem;
import dev.kindling.diagnosis.ManifestProblem.Severity;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.Origin;
import dev.kindling.internal.schema.ResourceCheck;
import dev.kindling.internal.schema.ResourceKind;
import dev.kindling.internal.schema.Schemas;
import dev.kindling.internal.schema.SparkResource;
import dev.kindling.internal.yaml.YamlDocument;
import dev.kindling.internal.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From an application's resource to its plan. */
public final class ManifestReader {
    /** What the API server and the operator add; a resource that is made from it must not say it. */
    private static final Set<String> ADDED = Set.of(
            "creationTimestamp",
            "deletionGracePeriodSeconds",
            "deletionTimestamp",
            "finalizers",
            "generation",
            "managedFields",
            "ownerReferences",
            "resourceVersion",
            "selfLink",
            "uid");

    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private ManifestReader() {}

    /**
     * The application in a text.
     *
     * @throws InvalidManifestException if there is none, or it says what its operator's definition does not allow,
     *     unknown fields aside
     */
    public static ApplicationPlan read(YamlText text) {
        return read(SparkResource.in(text));
    }

    /**
     * An application that a cluster holds.
     *
     * @throws InvalidManifestException if it says what the shipped definition does not allow, unknown fields aside
     */
    public static ApplicationPlan read(JsonNode resource) {
        var kind = ResourceKind.of(resource).orElseThrow();
        var source = kind.kind() + " " + resource.at("/metadata/name").asText();
        return read(new SparkResource(kind, new YamlDocument(source, resource, Map.of()), ""));
    }

    private static ApplicationPlan read(SparkResource read) {
        var kinds = List.of(ResourceKind.KUBEFLOW_APPLICATION, ResourceKind.APACHE_APPLICATION);
        var unknown = unknown(
                read,
                kinds,
                "is no application",
                "kind: SparkApplication, or Spark.readSchedule(..) for a schedule, or SparkManifest.read(..) to check it");
        return plan(read.kind(), (ObjectNode) read.document().root(), unknown);
    }

    /** The fields that the definition does not know, where the resource is of one of these kinds and says no wrong value. */
    static List<JsonPointer> unknown(SparkResource read, List<ResourceKind> kinds, String why, String lineToWrite) {
        var source = read.document().source();
        if (!kinds.contains(read.kind())) {
            var place = read.document().place("kind");
            var problem = new ManifestProblem(Severity.ERROR, place, read.kind().kind(), why, lineToWrite);
            throw new InvalidManifestException(source, List.of(problem));
        }
        var structure = ResourceCheck.structure(read.document(), read.kind(), Schemas.shipped());
        if (!structure.problems().isEmpty()) {
            throw new InvalidManifestException(source, structure.problems());
        }
        return structure.unknown();
    }

    static ApplicationPlan plan(ResourceKind kind, ObjectNode resource, List<JsonPointer> unknown) {
        var asked = asked(resource);
        var source = source(asked, unknown);
        var plan = kind == ResourceKind.KUBEFLOW_APPLICATION ? KubeflowReader.read(source) : ApacheReader.read(source);
        return plan.origin(Optional.of(new Origin(
                kind.apiVersion(),
                asked,
                plan,
                kept(source, unknown),
                source.understood().moved())));
    }

    /** What is known of a resource; how it is called and labelled is understood whatever it is. */
    static Source source(ObjectNode asked, List<JsonPointer> unknown) {
        var known = asked.deepCopy();
        unknown.forEach(field -> remove(known, field));
        var source = Source.of(known);
        List.of("apiVersion", "kind").forEach(name -> source.field(name).take());
        List.of("labels", "annotations", "namespace", "generateName")
                .forEach(name -> source.field("metadata").field(name).take());
        return source;
    }

    /** What nobody has taken, and what is not known. */
    static List<String> kept(Source source, List<JsonPointer> unknown) {
        var kept = new ArrayList<>(source.understood().leftOver(source.root()));
        unknown.stream().map(JsonPointer::toString).forEach(kept::add);
        return kept;
    }

    /** Without what the API server and the operator add. */
    static ObjectNode asked(ObjectNode resource) {
        var asked = resource.deepCopy();
        asked.remove("status");
        if (asked.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(ADDED);
            if (metadata.path("annotations") instanceof ObjectNode annotations) {
                annotations.remove(LAST_APPLIED);
                if (annotations.isEmpty()) {
                    metadata.remove("annotations");
                }
            }
        }
        return asked;
    }

    private static void remove(JsonNode root, JsonPointer field) {
        if (root.at(field.head()) instanceof ObjectNode object) {
            object.remove(field.last().getMatchingProperty());
        }
    }
}
