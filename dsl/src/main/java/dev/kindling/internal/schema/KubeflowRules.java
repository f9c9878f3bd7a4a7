package dev.kindling.internal.schema;

import static dev.kindling.internal.schema.SpecRules.NOTHING;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.internal.yaml.YamlPath;
import java.util.HashSet;
import java.util.List;

/** What Kubeflow's operator 2.5.2 and its webhook make of an application's fields. */
final class KubeflowRules {
    static final List<Rule> ALL = List.of(
            SpecRules.name(63, "the operator's webhook refuses others"),
            (resource, found) -> spec(resource, resource.path("spec"), "spec", found));

    private static final List<String> OPENED_BY_THE_OPERATOR = List.of("jars", "files", "pyFiles", "archives");

    private KubeflowRules() {}

    /** Of an application, or of a schedule's template. */
    static void spec(JsonNode resource, JsonNode spec, String at, Findings found) {
        program(spec, at, found);
        restart(spec.path("restartPolicy"), at + ".restartPolicy", found);
        for (var dead : List.of("failureRetries", "retryInterval")) {
            if (spec.has(dead)) {
                found.warning(
                        at + "." + dead,
                        spec.path(dead),
                        "is never read by the operator",
                        "restartPolicy: {type: OnFailure, onFailureRetries: .., onFailureRetryInterval: ..}");
            }
        }
        dependencies(spec.path("deps"), at + ".deps", found);
        ingress(spec.path("driverIngressOptions"), at + ".driverIngressOptions", found);
        SpecRules.bounds(
                spec.path("dynamicAllocation"),
                at + ".dynamicAllocation",
                "minExecutors",
                "initialExecutors",
                "maxExecutors",
                found);
        SpecRules.pullPolicy(spec.path("imagePullPolicy"), at + ".imagePullPolicy", found);
        KubeflowConfRules.check(resource, spec, at, found);
        KubeflowPodRules.check(spec, at, found);
    }

    private static void program(JsonNode spec, String at, Findings found) {
        if (spec.path("mode").asText().equals("client")) {
            found.error(at + ".mode", spec.path("mode"), "cannot run: the operator only submits", "mode: cluster");
        }
        var type = spec.path("type").asText();
        if (type.matches("Java|Scala") && !spec.has("mainClass")) {
            found.warning(
                    at + ".mainClass",
                    NOTHING,
                    "is missing: then the jar's manifest has to name the main class",
                    "mainClass: com.example.Main in " + at);
        }
        var file = spec.path("mainApplicationFile").asText();
        if (type.equals("Python") && file.endsWith(".jar") || type.equals("Java") && file.endsWith(".py")) {
            found.error(
                    at + ".type",
                    spec.path("type"),
                    "does not fit mainApplicationFile, which is " + file,
                    "type: " + (file.endsWith(".py") ? "Python" : "Java"));
        }
        image(spec, at, found);
    }

    private static void image(JsonNode spec, String at, Findings found) {
        if (!spec.has("image")
                && !(spec.at("/driver/image").isTextual()
                        && spec.at("/executor/image").isTextual())) {
            found.error(
                    at + ".image",
                    NOTHING,
                    "is missing, for driver and executors (Spark wants it here even if the templates name one)",
                    "image: registry.local/spark:4.1.1 in " + at);
        }
    }

    private static void restart(JsonNode policy, String at, Findings found) {
        var type = policy.path("type").asText("Never");
        if (type.equals("OnFailure")) {
            for (var retries : List.of("onFailureRetries", "onSubmissionFailureRetries")) {
                if (!policy.has(retries)) {
                    found.warning(
                            at + "." + retries,
                            NOTHING,
                            "is missing: then it is never tried again",
                            retries + ": 3 in " + at);
                }
            }
        }
        if (!type.equals("Never")) {
            for (var interval : List.of("onFailureRetryInterval", "onSubmissionFailureRetryInterval")) {
                if (!policy.has(interval)) {
                    found.warning(
                            at + "." + interval,
                            NOTHING,
                            "is missing: without the operator's webhook a retry then fails for ever",
                            interval + ": 10 in " + at);
                }
            }
        }
    }

    private static void dependencies(JsonNode deps, String at, Findings found) {
        for (var list : OPENED_BY_THE_OPERATOR) {
            for (int i = 0; i < deps.path(list).size(); i++) {
                if (deps.path(list).path(i).asText().matches("(s3|s3a|s3n|gs|hdfs|wasbs?|abfss?)://.*")) {
                    found.warning(
                            YamlPath.item(at + "." + list, i),
                            deps.path(list).path(i),
                            "is opened by the operator itself, whose image cannot read it: SUBMISSION_FAILED",
                            "local:///app/.. in the image, or https://..");
                }
            }
        }
    }

    private static void ingress(JsonNode options, String at, Findings found) {
        for (var unique : List.of("servicePort", "ingressURLFormat")) {
            var seen = new HashSet<String>();
            for (int i = 0; i < options.size(); i++) {
                var value = options.path(i).path(unique);
                var path = YamlPath.item(at, i) + "." + unique;
                if (value.asText().isEmpty() && unique.equals("ingressURLFormat")) {
                    found.error(
                            path, value, "is missing, and has to be said", unique + ": \"{{$appName}}.example.com\"");
                } else if (!value.isMissingNode() && !seen.add(value.asText())) {
                    found.error(path, value, "is that of another entry too", unique + ": one of its own");
                }
            }
        }
    }
}
