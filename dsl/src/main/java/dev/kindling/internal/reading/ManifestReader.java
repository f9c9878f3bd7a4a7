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
        var source = read.document().source();
        if (read.kind() != ResourceKind.KUBEFLOW_APPLICATION && read.kind() != ResourceKind.APACHE_APPLICATION) {
            throw new InvalidManifestException(
                    source,
                    List.of(new ManifestProblem(
                            Severity.ERROR,
                            read.document().place("kind"),
                            read.kind().kind(),
                            "is no application",
                            "kind: SparkApplication, or SparkManifest.read(..) to check and submit it as it is")));
        }
        var structure = ResourceCheck.structure(read.document(), read.kind(), Schemas.shipped());
        if (!structure.problems().isEmpty()) {
            throw new InvalidManifestException(source, structure.problems());
        }
        return plan(read.kind(), (ObjectNode) read.document().root(), structure.unknown());
    }

    private static ApplicationPlan plan(ResourceKind kind, ObjectNode resource, List<JsonPointer> unknown) {
        var asked = asked(resource);
        var known = asked.deepCopy();
        unknown.forEach(field -> remove(known, field));
        var source = Source.of(known);
        List.of("apiVersion", "kind").forEach(name -> source.field(name).take());
        List.of("labels", "annotations", "namespace", "generateName")
                .forEach(name -> source.field("metadata").field(name).take());
        var plan = kind == ResourceKind.KUBEFLOW_APPLICATION ? KubeflowReader.read(source) : ApacheReader.read(source);
        var kept = new ArrayList<>(source.understood().leftOver(known));
        unknown.stream().map(JsonPointer::toString).forEach(kept::add);
        return plan.origin(Optional.of(new Origin(
                kind.apiVersion(), asked, plan, kept, source.understood().moved())));
    }

    private static ObjectNode asked(ObjectNode resource) {
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
