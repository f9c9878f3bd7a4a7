package dev.kindling.internal.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.diagnosis.Problem;
import dev.kindling.internal.check.SpecCheck;
import dev.kindling.internal.plan.ScheduleOrigin;
import dev.kindling.internal.plan.SchedulePlan;
import dev.kindling.target.Operator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A schedule that was read, written again: its resource as it was, but for what was changed since. Its application does
 * the same for itself, see {@link OriginText}.
 */
final class ScheduleText {
    private ScheduleText() {}

    static Map<String, Object> of(SchedulePlan plan, ScheduleOrigin origin, Operator operator, Placement placement) {
        ScheduleManifest.requireKubeflow(plan, operator);
        refuseNewProblems(plan, origin.asRead());
        var before = ScheduleManifest.tree(origin.asRead(), Placement.none(), Optional.empty());
        var after = ScheduleManifest.tree(plan, placement, Optional.empty());
        var resource = (ObjectNode) Trees.changed(origin.resource().deepCopy(), Trees.tree(before), Trees.tree(after));
        var template = ScheduleManifest.template(plan.application(), operator, placement);
        resource.withObject("/spec").set("template", Trees.tree(template));
        return Trees.fields(resource);
    }

    /** The resource itself may say what Kindling would refuse: it may run so already. */
    private static void refuseNewProblems(SchedulePlan plan, SchedulePlan asRead) {
        var old = problems(asRead);
        var found = problems(plan).stream()
                .filter(problem -> !old.contains(problem))
                .toList();
        if (!found.isEmpty()) {
            throw new InvalidSpecException(plan.name(), found);
        }
    }

    private static List<Problem> problems(SchedulePlan plan) {
        try {
            SpecCheck.scheduleWithImage(plan);
            return List.of();
        } catch (InvalidSpecException e) {
            return e.problems();
        }
    }
}
