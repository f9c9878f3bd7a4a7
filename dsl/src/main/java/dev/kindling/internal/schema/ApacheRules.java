package dev.kindling.internal.schema;

import static dev.kindling.internal.schema.SpecRules.NOTHING;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.internal.yaml.YamlPath;
import java.util.List;
import java.util.Locale;

/** What Apache's operator 1.0.0 makes of an application: it has no webhook, so all of this fails at run time. */
final class ApacheRules {
    static final List<Rule> ALL = List.of(
            SpecRules.name(63, "a service is named after it"),
            ApacheRules::program,
            ApacheRules::conf,
            ApacheRules::routes,
            ApacheRules::pods);

    private static final String PYTHON = "org.apache.spark.deploy.PythonRunner";
    private static final String IMAGE = "spark.kubernetes.container.image";
    private static final String ACCOUNT = "spark.kubernetes.authenticate.driver.serviceAccountName";

    private ApacheRules() {}

    private static void program(JsonNode resource, Findings found) {
        var spec = resource.path("spec");
        if (spec.path("deploymentMode").asText().equals("ClientMode")) {
            found.error(
                    "spec.deploymentMode",
                    spec.path("deploymentMode"),
                    "fails for ever, and such a resource cannot be deleted until it is changed",
                    "deploymentMode: ClusterMode");
        }
        files(spec, found);
    }

    private static void files(JsonNode spec, Findings found) {
        if (spec.path("jars").asText().contains(",")) {
            found.error(
                    "spec.jars",
                    spec.path("jars"),
                    "is taken for the path of one file",
                    "the program's jar here, the others in sparkConf: spark.jars");
        }
        boolean list = spec.path("pyFiles").asText().contains(",");
        if (list && !spec.has("jars") && !spec.path("mainClass").asText().equals(PYTHON)) {
            found.error(
                    "spec.pyFiles",
                    spec.path("pyFiles"),
                    "is taken for the path of one file unless the main class is Python's runner",
                    "mainClass: " + PYTHON + " in spec");
        }
        if (spec.has("files")) {
            found.warning(
                    "spec.files",
                    spec.path("files"),
                    "is never read by the operator",
                    "spark.files: in spec.sparkConf");
        }
    }

    private static void conf(JsonNode resource, Findings found) {
        var conf = resource.at("/spec/sparkConf");
        if (!conf.has(IMAGE) && !hasBothImages(conf)) {
            found.error(
                    YamlPath.field("spec.sparkConf", IMAGE),
                    NOTHING,
                    "is missing: the operator has no image of its own, and the driver cannot be made",
                    IMAGE + ": registry.local/spark:4.1.1 in spec.sparkConf");
        }
        if (!conf.has(ACCOUNT) && templateAccount(resource).isMissingNode()) {
            found.warning(
                    YamlPath.field("spec.sparkConf", ACCOUNT),
                    NOTHING,
                    "is missing: the driver then runs as \"default\", which normally may not create executors",
                    ACCOUNT + ": spark in spec.sparkConf");
        }
        SpecRules.sparkKeys(conf, "spec.sparkConf", found);
        heaps(conf, found);
        namespace(resource, conf, found);
    }

    private static void heaps(JsonNode conf, Findings found) {
        for (var key : List.of(
                "spark.driver.memory",
                "spark.executor.memory",
                "spark.driver.memoryOverhead",
                "spark.executor.memoryOverhead")) {
            SpecRules.heap(conf.path(key), YamlPath.field("spec.sparkConf", key), key + ": ", found);
        }
    }

    private static void namespace(JsonNode resource, JsonNode conf, Findings found) {
        var said = conf.path("spark.kubernetes.namespace");
        if (!said.isMissingNode() && !said.equals(resource.at("/metadata/namespace"))) {
            found.warning(
                    YamlPath.field("spec.sparkConf", "spark.kubernetes.namespace"),
                    said,
                    "is not heeded: pods go to the namespace of the resource",
                    "namespace: in metadata");
        }
    }

    private static void routes(JsonNode resource, Findings found) {
        for (var kind : List.of("http", "grpc")) {
            var at = "spec.driver" + kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1) + "RouteList";
            var routes = resource.path("spec").path(at.substring("spec.".length()));
            for (int i = 0; i < routes.size(); i++) {
                for (var needed : List.of(
                        "/" + kind + "RouteMetadata/name",
                        "/" + kind + "RouteSpec/parentRefs",
                        "/serviceSpec",
                        "/serviceMetadata/name")) {
                    if (routes.path(i).at(needed).isMissingNode()) {
                        found.error(
                                YamlPath.item(at, i) + needed.replace('/', '.'),
                                NOTHING,
                                "is missing: the operator refuses the application at run time",
                                needed.substring(needed.lastIndexOf('/') + 1) + ":");
                    }
                }
            }
        }
    }

    private static void pods(JsonNode resource, Findings found) {
        for (var role : List.of("driverSpec", "executorSpec")) {
            var path = "spec." + role + ".podTemplateSpec";
            SpecRules.template(resource.path("spec").path(role).path("podTemplateSpec"), path, found);
        }
        SpecRules.bounds(
                resource.at("/spec/applicationTolerations/instanceConfig"),
                "spec.applicationTolerations.instanceConfig",
                "minExecutors",
                "initExecutors",
                "maxExecutors",
                found);
    }

    private static boolean hasBothImages(JsonNode conf) {
        return conf.has("spark.kubernetes.driver.container.image")
                && conf.has("spark.kubernetes.executor.container.image");
    }

    private static JsonNode templateAccount(JsonNode resource) {
        return resource.at("/spec/driverSpec/podTemplateSpec/spec/serviceAccountName");
    }
}
