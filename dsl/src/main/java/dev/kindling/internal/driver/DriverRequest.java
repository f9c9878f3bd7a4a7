package dev.kindling.internal.driver;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.List;
import java.util.Map;

/**
 * What a driver's pod is built from, whatever dialect said so.
 *
 * @param owners what the pod goes with
 * @param names begins the names of the config map and the Secret; unique for the attempt
 * @param applicationId Spark's id of the application, the label {@code spark-app-selector}
 * @param settings Spark's
 * @param templates pod templates by role
 */
public record DriverRequest(
        String namespace,
        List<OwnerReference> owners,
        String names,
        String applicationId,
        Map<String, String> settings,
        DriverProgram program,
        Map<Role, JsonNode> templates) {

    /** What the strictest kind allows. */
    private static final int LONGEST_NAME = 63;

    public DriverRequest {
        owners = List.copyOf(owners);
    }

    String name(String what) {
        var suffix = "-" + what;
        return names.substring(0, Math.min(names.length(), LONGEST_NAME - suffix.length())) + suffix;
    }
}
