package dev.kindling.internal.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.diagnosis.Problem;
import dev.kindling.run.SparkManifest;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesListBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An application that no operator runs: its driver's pod is made here. Starts from the resource of the Apache dialect,
 * which says nearly everything by Spark settings, and does what that operator would do with it once. Pure.
 */
public final class LoneDriver {
    /** Tells the pods of one application from those of others. Its driver's pod has the application's name. */
    public static final String NAME_LABEL = "kindling.dev/app-name";

    /** Spark's own default; said, so that whoever runs pods elsewhere can put another address in its place. */
    private static final String API_SERVER = "https://kubernetes.default.svc";

    /** Spark's own default, said for the same reason. */
    private static final String AUTHORITY = "/var/run/secrets/kubernetes.io/serviceaccount/ca.crt";

    private static final Set<String> DONE_HERE = Set.of(
            "deploymentMode",
            "runtimeVersions",
            "mainClass",
            "jars",
            "pyFiles",
            "sparkRFiles",
            "driverArgs",
            "proxyUser",
            "sparkConf",
            "driverSpec",
            "executorSpec",
            "applicationTolerations");

    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    private LoneDriver() {}

    /**
     * What to create.
     *
     * @param apache the resource as it would be given to Apache's operator
     */
    public static DriverObjects objects(Map<String, ?> apache, String namespace) {
        return DriverFactory.build(request(YAML.convertValue(apache, JsonNode.class), namespace));
    }

    /** The same as one list for looking at and for {@code kubectl apply}, without a Secret and without owners. */
    public static SparkManifest manifest(Map<String, ?> apache, Optional<String> namespace) {
        var resource = YAML.convertValue(apache, JsonNode.class);
        var objects = DriverFactory.preview(request(resource, namespace.orElse("default")));
        var all = Stream.<HasMetadata>concat(Stream.of(objects.pod()), objects.dependents().stream());
        var items = all.peek(item -> item.getMetadata().setNamespace(namespace.orElse(null)))
                .toList();
        var list = new KubernetesListBuilder().withItems(items).build();
        return new SparkManifest("v1", "List", name(resource), List.of(), YAML.asYaml(list));
    }

    private static DriverRequest request(JsonNode resource, String namespace) {
        var spec = resource.path("spec");
        refuseWhatIsNotDone(name(resource), spec);
        var id = UUID.randomUUID().toString().replace("-", "");
        var settings = new LinkedHashMap<String, String>();
        prefixed("", spec.path("sparkConf"), settings);
        prefixed("spark.kubernetes.driver.label.", resource.at("/metadata/labels"), settings);
        prefixed("spark.kubernetes.driver.annotation.", resource.at("/metadata/annotations"), settings);
        var program = ApacheProgram.of(spec, settings);
        identity(name(resource), namespace, settings);
        return new DriverRequest(
                namespace,
                List.of(),
                name(resource) + "-" + id.substring(0, 8),
                "spark-" + id,
                settings,
                program,
                templates(spec));
    }

    /** Never left out silently: what a spec asks of an operator has been refused before, by the name of its method. */
    private static void refuseWhatIsNotDone(String name, JsonNode spec) {
        spec.fieldNames().forEachRemaining(field -> {
            if (!DONE_HERE.contains(field)) {
                throw new InvalidSpecException(
                        name,
                        List.of(new Problem(
                                "spec." + field,
                                spec.path(field).toString(),
                                "is made by an operator only",
                                "cluster.operator(Operator.kubeflow()) or Operator.apache()")));
            }
        });
    }

    private static String name(JsonNode resource) {
        return resource.at("/metadata/name").asText();
    }

    private static void prefixed(String prefix, JsonNode entries, Map<String, String> settings) {
        entries.properties()
                .forEach(entry ->
                        settings.put(prefix + entry.getKey(), entry.getValue().asText()));
    }

    private static void identity(String name, String namespace, Map<String, String> settings) {
        settings.put("spark.master", "k8s://" + API_SERVER);
        settings.putIfAbsent("spark.kubernetes.driver.master", API_SERVER);
        settings.putIfAbsent("spark.kubernetes.authenticate.driver.mounted.caCertFile", AUTHORITY);
        settings.put("spark.submit.deployMode", "cluster");
        settings.put("spark.app.name", name);
        settings.put("spark.kubernetes.namespace", namespace);
        settings.put("spark.kubernetes.driver.pod.name", name);
        for (var role : Role.values()) {
            var label = "spark.kubernetes." + role.text + ".label.";
            settings.put(label + NAME_LABEL, name);
            settings.put(label + "app.kubernetes.io/managed-by", "kindling");
        }
    }

    private static Map<Role, JsonNode> templates(JsonNode spec) {
        var templates = new EnumMap<Role, JsonNode>(Role.class);
        for (var role : Role.values()) {
            if (spec.path(role.text + "Spec").path("podTemplateSpec") instanceof ObjectNode template) {
                templates.put(role, template.deepCopy().put("apiVersion", "v1").put("kind", "Pod"));
            }
        }
        return templates;
    }
}
