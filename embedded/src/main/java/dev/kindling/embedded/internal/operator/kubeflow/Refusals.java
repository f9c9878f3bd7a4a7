package dev.kindling.embedded.internal.operator.kubeflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Kubeflow's validating webhooks refuse; like them it names the first problem only. */
final class Refusals {

    private static final int NAME_LENGTH = 63;
    private static final Pattern NAME = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern MEMORY = Pattern.compile("(?i)\\s*\\d+([ptgmk]?b?)\\s*");
    private static final String ACCOUNT = "configure the service account via the CRD spec instead";
    private static final String CREDENTIALS = "authentication credentials are managed by the operator";
    private static final String MANAGED = "this value is managed by the operator";
    private static final String IMAGE = "use the image field on the CRD instead";

    /** Settings that stand in fields of the resource or belong to the operator. */
    private static final Map<String, String> DENIED = Map.ofEntries(
            Map.entry("spark.kubernetes.authenticate.driver.serviceAccountName", ACCOUNT),
            Map.entry("spark.kubernetes.authenticate.executor.serviceAccountName", ACCOUNT),
            Map.entry("spark.kubernetes.authenticate.oauthTokenFile", CREDENTIALS),
            Map.entry("spark.kubernetes.authenticate.oauthToken", CREDENTIALS),
            Map.entry("spark.kubernetes.authenticate.driver.oauthTokenFile", CREDENTIALS),
            Map.entry("spark.kubernetes.authenticate.driver.oauthToken", CREDENTIALS),
            Map.entry("spark.kubernetes.authenticate.executor.oauthTokenFile", CREDENTIALS),
            Map.entry("spark.kubernetes.authenticate.executor.oauthToken", CREDENTIALS),
            Map.entry("spark.master", MANAGED),
            Map.entry("spark.kubernetes.driver.master", MANAGED),
            Map.entry("spark.kubernetes.container.image", IMAGE),
            Map.entry("spark.kubernetes.driver.container.image", IMAGE),
            Map.entry("spark.kubernetes.executor.container.image", IMAGE));

    private Refusals() {}

    /** Services are named after it, and their names are stricter than those of resources. */
    static Optional<String> ofName(String kind, String name) {
        if (name.length() > NAME_LENGTH) {
            return Optional.of("invalid " + kind + " name \"" + name + "\": must be no more than 63 characters");
        }
        return NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("invalid " + kind + " name \"" + name
                        + "\": a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an"
                        + " alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123',"
                        + " regex used for validation is '" + NAME + "')");
    }

    static Optional<String> ofApplication(JsonNode spec, String namespace) {
        var templates = spec.at("/driver").hasNonNull("template")
                || spec.at("/executor").hasNonNull("template");
        if (templates && isOld(spec.path("sparkVersion").asText())) {
            return Optional.of("pod template feature requires Spark version 3.0.0 or higher");
        }
        var selectors = spec.at("/driver").hasNonNull("nodeSelector")
                || spec.at("/executor").hasNonNull("nodeSelector");
        if (selectors && spec.hasNonNull("nodeSelector")) {
            return Optional.of("node selector cannot be defined at both SparkApplication and Driver/Executor");
        }
        return ofIngresses(spec.path("driverIngressOptions")).or(() -> ofSparkConf(spec.path("sparkConf"), namespace));
    }

    static Optional<String> ofSparkConf(JsonNode conf, String namespace) {
        for (var setting : conf.properties()) {
            var key = setting.getKey();
            var value = setting.getValue().asText();
            if (DENIED.containsKey(key)) {
                return denied(key, DENIED.get(key));
            }
            if (key.equals("spark.kubernetes.namespace") && !value.equals(namespace)) {
                return denied(key, "must equal the application namespace \"" + namespace + "\", got \"" + value + "\"");
            }
        }
        return Optional.empty();
    }

    /** The service is named {@code NAME-server}. */
    static Optional<String> ofConnect(JsonNode spec, String name, String namespace) {
        var longest = NAME_LENGTH - "-server".length();
        if (name.length() > longest) {
            return Optional.of("invalid SparkConnect name \"" + name + "\": must be at most " + longest
                    + " characters so that the derived Service name \"" + name
                    + "-server\" does not exceed the DNS-1035 label length limit (63 characters)");
        }
        if (spec.path("image").asText().isEmpty() && !(hasImage(spec, "server") && hasImage(spec, "executor"))) {
            return Optional.of("image must be specified in spec.image or both server and executor pod templates must"
                    + " provide container images");
        }
        return ofMemory(spec, "server")
                .or(() -> ofMemory(spec, "executor"))
                .or(() -> ofSparkConf(spec.path("sparkConf"), namespace));
    }

    private static Optional<String> ofIngresses(JsonNode ingresses) {
        var ports = new HashSet<Integer>();
        var formats = new HashSet<String>();
        for (var ingress : ingresses) {
            var port = ingress.path("servicePort").asInt();
            var format = ingress.path("ingressURLFormat").asText();
            if (!ports.add(port)) {
                return Optional.of("DriverIngressOptions has duplicate ServicePort: " + port);
            }
            if (format.isEmpty()) {
                return Optional.of("DriverIngressOptions has empty IngressURLFormat");
            }
            if (!formats.add(format)) {
                return Optional.of("DriverIngressOptions has duplicate IngressURLFormat: " + format);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofMemory(JsonNode spec, String section) {
        var memory = spec.path(section).path("memory").asText();
        return memory.isEmpty() || MEMORY.matcher(memory).matches()
                ? Optional.empty()
                : Optional.of("invalid " + section + ".memory: invalid memory format \"" + memory
                        + "\": must be a non-negative integer with optional suffix (e.g., 1g, 512m, 1024k)");
    }

    private static boolean hasImage(JsonNode spec, String section) {
        for (var container : spec.path(section).at("/template/spec/containers")) {
            if (!container.path("image").asText().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOld(String version) {
        return version.matches("[012](\\..*)?");
    }

    private static Optional<String> denied(String key, String why) {
        return Optional.of("sparkConf key \"" + key + "\" is not allowed: " + why);
    }
}
