package dev.kindling.internal.reading;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.internal.manifest.Manifests;
import dev.kindling.internal.manifest.Placement;
import dev.kindling.internal.manifest.Trees;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.Origin;
import dev.kindling.internal.yaml.YamlPath;
import dev.kindling.run.Conversion;
import dev.kindling.run.KeptField;
import dev.kindling.run.LostField;
import dev.kindling.target.Operator;
import dev.kindling.value.PodPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From one operator's dialect to the other's, through the plan; what does not come along is reported. */
public final class Converter {
    /** Both dialects have them, and no plan: where Kubeflow says it, and where Apache does. */
    private static final Map<String, String> ALIKE = Map.of(
            "/spec/sparkVersion", "/spec/runtimeVersions/sparkVersion",
            "/spec/proxyUser", "/spec/proxyUser");

    private final Origin origin;
    private final boolean toKubeflow;
    private final List<LostField> lost = new ArrayList<>();

    private Converter(Origin origin, Operator operator) {
        this.origin = origin;
        this.toKubeflow = operator instanceof Operator.Kubeflow;
    }

    /** What no plan says of the resource that it was read from. */
    public static List<KeptField> kept(Origin origin) {
        return kept(origin.resource(), origin.kept());
    }

    static List<KeptField> kept(JsonNode resource, List<String> places) {
        return places.stream()
                .map(JsonPointer::compile)
                .map(place -> new KeptField(YamlPath.of(place), shown(resource, place)))
                .toList();
    }

    /** Of a plan that was not read, or was read in this dialect, this is the manifest. */
    public static Conversion convert(ApplicationPlan plan, Operator operator) {
        var other = plan.origin()
                .filter(origin -> !(operator instanceof Operator.None))
                .filter(origin -> !origin.apiVersion().equals(Manifests.apiVersion(operator)));
        return other.isEmpty()
                ? new Conversion(Manifests.of(plan, operator), List.of())
                : new Converter(other.get(), operator).converted(plan.origin(Optional.empty()), operator);
    }

    private Conversion converted(ApplicationPlan plan, Operator operator) {
        origin.kept().stream()
                .filter(place -> !isAlike(place))
                .map(JsonPointer::compile)
                .forEach(place -> lose(place, Counterparts.why(YamlPath.of(place), toKubeflow)));
        var sayable = toKubeflow ? plan : forApache(plan);
        var tree = (ObjectNode) Trees.tree(Manifests.unchecked(sayable, operator, placement(plan)));
        if (toKubeflow) {
            KubeflowDenied.move(tree)
                    .forEach(key -> lose(
                            JsonPointer.empty()
                                    .appendProperty("spec")
                                    .appendProperty("sparkConf")
                                    .appendProperty(key),
                            "is refused by Kubeflow's webhook"));
        }
        ALIKE.forEach((kubeflow, apache) -> copy(tree, kubeflow, apache));
        return new Conversion(Manifests.of(Trees.fields(tree)), lost);
    }

    /** Kubeflow's operator gives the resource's labels to the pods; Apache's has to be told. */
    private ApplicationPlan forApache(ApplicationPlan plan) {
        var workload = plan.workload();
        for (var label : origin.resource().at("/metadata/labels").properties()) {
            if (!label.getKey().startsWith("kueue.x-k8s.io/")) {
                workload = workload.pods(
                        PodPlan.none().label(label.getKey(), label.getValue().asText()));
            }
        }
        return new ForApache(plan.workload(workload), this::lose).plan();
    }

    private Placement placement(ApplicationPlan plan) {
        var metadata = origin.resource().path("metadata");
        var placement = Placement.none()
                .namespace(Optional.of(metadata.path("namespace").asText()).filter(name -> !name.isEmpty()));
        for (var label : metadata.path("labels").properties()) {
            if (!label.getKey().equals(Manifests.KUEUE_QUEUE)) {
                placement = placement.label(label.getKey(), label.getValue().asText());
            }
        }
        for (var annotation : metadata.path("annotations").properties()) {
            placement = placement.annotation(
                    annotation.getKey(), annotation.getValue().asText());
        }
        return placement;
    }

    private void copy(ObjectNode tree, String kubeflow, String apache) {
        var value = origin.resource().at(toKubeflow ? apache : kubeflow);
        if (!value.isMissingNode()) {
            var to = JsonPointer.compile(toKubeflow ? kubeflow : apache);
            tree.withObject(to.head()).set(to.last().getMatchingProperty(), value);
        }
    }

    private boolean isAlike(String place) {
        return toKubeflow ? ALIKE.containsValue(place) : ALIKE.containsKey(place);
    }

    private void lose(JsonPointer place, String why) {
        lost.add(new LostField(YamlPath.of(place), shown(origin.resource(), place), why));
    }

    private static String shown(JsonNode resource, JsonPointer place) {
        var value = resource.at(place);
        var text = value.isContainerNode() ? value.toString() : value.asText();
        return YamlPath.shown(YamlPath.of(place), text);
    }
}
