package dev.kindling.internal.driver;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a driver's pod is built from, whatever dialect said so.
 *
 * @param owners what the pod goes with
 * @param names begins the names of the config map and the Secret; unique for the attempt
 * @param applicationId Spark's id of the application, the label {@code spark-app-selector}
 * @param resourcePrefix begins the names of the pod and the service, unless settings name the pod; empty: Spark's choice
 * @param settings Spark's
 * @param templates pod templates by role
 */
public record DriverRequest(
        String namespace,
        List<OwnerReference> owners,
        String names,
        String applicationId,
        Optional<String> resourcePrefix,
        Map<String, String> settings,
        DriverProgram program,
        Map<Role, JsonNode> templates) {

    /** What the strictest kind allows. */
    private static final int LONGEST_NAME = 63;

    private static final int LONGEST_SUFFIX = "-conf".length();

    public DriverRequest {
        owners = List.copyOf(owners);
    }

    /** With objects that Spark names after the application. */
    public DriverRequest(
            String namespace,
            List<OwnerReference> owners,
            String names,
            String applicationId,
            Map<String, String> settings,
            DriverProgram program,
            Map<Role, JsonNode> templates) {
        this(namespace, owners, names, applicationId, Optional.empty(), settings, program, templates);
    }

    public DriverRequest resourcePrefix(String prefix) {
        return new DriverRequest(
                namespace, owners, names, applicationId, Optional.of(prefix), settings, program, templates);
    }

    /** The beginning of names: an attempt's id behind as much of the application's name as leaves room for more. */
    public static String names(String application, String attempt) {
        var longest = LONGEST_NAME - LONGEST_SUFFIX - attempt.length() - 1;
        return application.substring(0, Math.min(application.length(), longest)) + "-" + attempt;
    }

    String name(String what) {
        var suffix = "-" + what;
        return names.substring(0, Math.min(names.length(), LONGEST_NAME - suffix.length())) + suffix;
    }
}
