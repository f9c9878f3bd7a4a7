package dev.kindling.internal.manifest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.diagnosis.Problem;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.Origin;
import dev.kindling.internal.yaml.YamlPath;
import dev.kindling.target.Operator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan that was read, written again: its resource as it was, but for what was changed since. So nothing is lost, and
 * no default is added that somebody left out.
 */
final class OriginText {
    private final ApplicationPlan plan;
    private final Origin origin;
    private final Operator operator;

    OriginText(ApplicationPlan plan, Origin origin, Operator operator) {
        this.plan = plan.origin(Optional.empty());
        this.origin = origin;
        this.operator = operator;
    }

    Map<String, Object> resource(Placement placement) {
        boolean own =
                !(operator instanceof Operator.None) && origin.apiVersion().equals(Manifests.apiVersion(operator));
        if (!own) {
            refuseLoss();
            Manifests.check(plan, operator);
            return Manifests.unchecked(plan, operator, placement);
        }
        if (plan.equals(origin.asRead()) && placement.equals(Placement.none())) {
            return Trees.fields(origin.resource());
        }
        refuseNewProblems();
        var before = Trees.tree(Manifests.unchecked(origin.asRead(), operator, Placement.none()));
        var after = Trees.tree(Manifests.unchecked(plan, operator, placement));
        return Trees.fields(Trees.changed(withoutReplaced(before, after), before, after));
    }

    /** What the resource says in a place of its own and the plan now says otherwise. */
    private JsonNode withoutReplaced(JsonNode before, JsonNode after) {
        var resource = (ObjectNode) origin.resource().deepCopy();
        origin.movedTo().forEach((to, from) -> {
            var place = JsonPointer.compile(to);
            if (!from.equals(to) && !before.at(place).equals(after.at(place))) {
                Trees.remove(resource, JsonPointer.compile(from));
            }
        });
        return resource;
    }

    /** The resource itself may say what Kindling would refuse: it may run so already. */
    private void refuseNewProblems() {
        var old = problems(origin.asRead());
        var found = problems(plan).stream()
                .filter(problem -> !old.contains(problem))
                .toList();
        if (!found.isEmpty()) {
            throw new InvalidSpecException(plan.workload().name(), found);
        }
    }

    private List<Problem> problems(ApplicationPlan checked) {
        try {
            Manifests.check(checked, operator);
            return List.of();
        } catch (InvalidSpecException e) {
            return e.problems();
        }
    }

    private void refuseLoss() {
        var lost = origin.kept().stream().map(this::lost).toList();
        if (!lost.isEmpty()) {
            throw new InvalidSpecException(plan.workload().name(), lost);
        }
    }

    private Problem lost(String place) {
        var pointer = JsonPointer.compile(place);
        var path = YamlPath.of(pointer);
        return new Problem(
                path,
                YamlPath.shown(path, origin.resource().at(pointer).asText()),
                "was kept from the resource that was read, and may have no counterpart in another dialect",
                ".convertTo(..), which tells what is lost");
    }
}
