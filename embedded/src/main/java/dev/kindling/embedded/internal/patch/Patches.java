package dev.kindling.embedded.internal.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.StatusException;
import io.fabric8.zjsonpatch.CompatibilityFlags;
import io.fabric8.zjsonpatch.JsonPatch;
import io.fabric8.zjsonpatch.JsonPatchException;
import java.util.EnumSet;

/** The patches that need nothing but the object and the patch; server-side apply is {@link ServerSideApply}. */
public final class Patches {
    private static final EnumSet<CompatibilityFlags> AS_STRICT_AS_A_CLUSTER =
            EnumSet.of(CompatibilityFlags.FORBID_REMOVE_MISSING_OBJECT);

    private Patches() {}

    /** Returns the patched object; {@code current} may be changed on the way. */
    public static ObjectNode apply(PatchType how, ResourceType type, ObjectNode current, JsonNode patch) {
        JsonNode result =
                switch (how) {
                    case JSON -> json(current, patch);
                    case MERGE -> MergePatch.apply(current, patch);
                    case STRATEGIC -> strategic(type, current, patch);
                    case APPLY -> throw new IllegalArgumentException("Apply knows managers: use ServerSideApply");
                };
        if (result instanceof ObjectNode object) {
            return object;
        }
        throw StatusException.badRequest("the patched object is not a JSON object");
    }

    private static JsonNode json(ObjectNode current, JsonNode patch) {
        try {
            return JsonPatch.apply(patch, current, AS_STRICT_AS_A_CLUSTER);
        } catch (JsonPatchException e) {
            throw StatusException.unprocessable(
                    "the server rejected our request due to an error in our request: " + e.getMessage());
        }
    }

    private static JsonNode strategic(ResourceType type, ObjectNode current, JsonNode patch) {
        if (!MergeKeys.areKnownFor(type) || !(patch instanceof ObjectNode changes)) {
            throw PatchType.unsupportedStrategic();
        }
        return StrategicMerge.apply(current, changes);
    }
}
