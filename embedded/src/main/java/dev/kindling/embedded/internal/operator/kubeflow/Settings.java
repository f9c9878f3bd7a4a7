package dev.kindling.embedded.internal.operator.kubeflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.embedded.internal.operator.driver.InCluster;
import dev.kindling.embedded.internal.operator.driver.LocalFiles;
import dev.kindling.internal.driver.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The Spark settings of an application, in the order in which Kubeflow's operator passes them to spark-submit: a later
 * one wins, so fields of the CR win over {@code sparkConf}.
 */
final class Settings {

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Application application;
    private final JsonNode spec;

    private Settings(Application application) {
        this.application = application;
        this.spec = application.spec();
    }

    /**
     * @param submissionId the label value that tells this attempt's pods from those of others
     * @param apiServer the URL by which pods reach the API server
     */
    static Map<String, String> of(Application application, String submissionId, String apiServer) {
        var settings = new Settings(application);
        settings.prefixed("", settings.spec.path("sparkConf"));
        settings.image();
        settings.dependencies();
        settings.mainJar();
        settings.prefixed("spark.hadoop.", settings.spec.path("hadoopConf"));
        for (var role : Role.values()) {
            settings.labels(role, submissionId);
            settings.pod(role);
            settings.resources(role);
            settings.environment(role);
        }
        settings.prefixed("spark.kubernetes.node.selector.", settings.spec.path("nodeSelector"));
        settings.dynamicAllocation();
        settings.identity(apiServer);
        return settings.values;
    }

    private void identity(String apiServer) {
        values.putAll(InCluster.settings(apiServer));
        values.put("spark.submit.deployMode", "cluster");
        values.put("spark.app.name", application.name());
        values.put("spark.kubernetes.namespace", application.namespace());
        values.put("spark.kubernetes.driver.pod.name", application.driverPod());
        values.put("spark.kubernetes.submission.waitAppCompletion", "false");
    }

    private void dependencies() {
        var dependencies = spec.path("deps");
        files("spark.jars", dependencies.path("jars"));
        files("spark.files", dependencies.path("files"));
        files("spark.archives", dependencies.path("archives"));
        files("spark.submit.pyFiles", dependencies.path("pyFiles"));
        list("spark.jars.packages", dependencies.path("packages"));
        list("spark.jars.excludes", dependencies.path("excludePackages"));
        list("spark.jars.repositories", dependencies.path("repositories"));
    }

    /** A driver in a pod relies on whoever submitted it for this: without it executors lack the application's classes. */
    private void mainJar() {
        if (!application.isPython()) {
            var main = LocalFiles.inPod(spec.path("mainApplicationFile").asText());
            values.merge("spark.jars", main, (jars, jar) -> jars + "," + jar);
        }
    }

    private void image() {
        var prefix = "spark.kubernetes.container.image";
        value(prefix, spec.path("image"));
        value(prefix + ".pullPolicy", spec.path("imagePullPolicy"));
        list(prefix + ".pullSecrets", spec.path("imagePullSecrets"));
        value("spark.kubernetes.memoryOverheadFactor", spec.path("memoryOverheadFactor"));
    }

    private void labels(Role role, String submissionId) {
        var prefix = "spark.kubernetes." + role.text + ".label.";
        application.labels().properties().stream()
                .filter(label -> !label.getKey().startsWith(Labels.KUEUE))
                .forEach(label -> value(prefix + label.getKey(), label.getValue()));
        prefixed(prefix, application.section(role).path("labels"));
        values.put(prefix + Labels.APPLICATION, application.name());
        values.put(prefix + Labels.LAUNCHED, "true");
        values.put(prefix + Labels.SUBMISSION, submissionId);
        if (!application.section(role).hasNonNull("template")) {
            values.put(prefix + Labels.MUTATED, "true");
        }
    }

    private void pod(Role role) {
        var section = application.section(role);
        var prefix = "spark.kubernetes." + role.text + ".";
        value(prefix + "container.image", section.path("image"));
        value("spark.kubernetes.authenticate." + role.text + ".serviceAccountName", section.path("serviceAccount"));
        prefixed(prefix + "annotation.", section.path("annotations"));
        prefixed(prefix + "node.selector.", section.path("nodeSelector"));
        section.path("secrets")
                .forEach(secret ->
                        value(prefix + "secrets." + secret.path("name").asText(), secret.path("path")));
        value(prefix + "deleteOnTermination", section.path("deleteOnTermination"));
    }

    private void resources(Role role) {
        var section = application.section(role);
        var prefix = "spark." + role.text + ".";
        value(prefix + "instances", section.path("instances"));
        value(prefix + "cores", section.path("cores"));
        value(prefix + "memory", section.path("memory"));
        value(prefix + "memoryOverhead", section.path("memoryOverhead"));
        value(prefix + "extraJavaOptions", section.path("javaOptions"));
        value("spark.kubernetes." + role.text + ".request.cores", section.path("coreRequest"));
        value("spark.kubernetes." + role.text + ".limit.cores", section.path("coreLimit"));
    }

    private void environment(Role role) {
        var section = application.section(role);
        var prefix = role == Role.DRIVER ? "spark.kubernetes.driverEnv." : "spark.executorEnv.";
        prefixed(prefix, section.path("envVars"));
        section.path("envSecretKeyRefs").properties().forEach(reference -> {
            var secret = reference.getValue();
            values.put(
                    "spark.kubernetes." + role.text + ".secretKeyRef." + reference.getKey(),
                    secret.path("name").asText() + ":" + secret.path("key").asText());
        });
    }

    private void dynamicAllocation() {
        var allocation = spec.path("dynamicAllocation");
        if (!allocation.path("enabled").asBoolean()) {
            return;
        }
        var prefix = "spark.dynamicAllocation.";
        values.put(prefix + "enabled", "true");
        value(prefix + "initialExecutors", allocation.path("initialExecutors"));
        value(prefix + "minExecutors", allocation.path("minExecutors"));
        value(prefix + "maxExecutors", allocation.path("maxExecutors"));
        var tracking = allocation.path("shuffleTrackingEnabled").asBoolean(true);
        values.put(prefix + "shuffleTracking.enabled", Boolean.toString(tracking));
        value(prefix + "shuffleTracking.timeout", allocation.path("shuffleTrackingTimeout"));
    }

    private void value(String key, JsonNode value) {
        if (value.isValueNode() && !value.isNull() && !value.asText().isEmpty()) {
            values.put(key, value.asText());
        }
    }

    private void prefixed(String prefix, JsonNode entries) {
        entries.properties()
                .forEach(entry ->
                        values.put(prefix + entry.getKey(), entry.getValue().asText()));
    }

    private void files(String key, JsonNode uris) {
        join(key, uris, true);
    }

    private void list(String key, JsonNode items) {
        join(key, items, false);
    }

    private void join(String key, JsonNode items, boolean files) {
        var texts = new ArrayList<String>();
        items.forEach(item -> texts.add(files ? LocalFiles.inPod(item.asText()) : item.asText()));
        if (!texts.isEmpty()) {
            values.put(key, String.join(",", texts));
        }
    }
}
