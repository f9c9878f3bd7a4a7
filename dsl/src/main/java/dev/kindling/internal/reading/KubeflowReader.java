package dev.kindling.internal.reading;

import dev.kindling.internal.manifest.Manifests;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.Lifecycle;
import dev.kindling.internal.plan.Program;
import dev.kindling.internal.plan.ProgramKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Kubeflow's application. Its operator turns most fields into settings of {@code spark-submit}
 * ({@code submission.go} of 2.5.2), and so does this: what is left is pods, restarts and services.
 */
final class KubeflowReader {
    private final Source spec;
    private final Source metadata;
    private final Map<String, String> settings = new LinkedHashMap<>();

    private KubeflowReader(Source resource) {
        this.spec = resource.field("spec");
        this.metadata = resource.field("metadata");
    }

    static ApplicationPlan read(Source resource) {
        return new KubeflowReader(resource).plan();
    }

    private ApplicationPlan plan() {
        settings();
        var named = ApplicationPlan.named(metadata.field("name").text().orElse(""));
        var workload = SettingsReader.read(named.workload().name(), settings);
        var executors = workload.executors();
        workload = workload.driver(
                        workload.driver().pod(workload.driver().pod().and(KubeflowPods.read(spec, "driver"))))
                .executors(executors.pod(executors.pod().and(KubeflowPods.read(spec, "executor"))));
        return KubeflowServices.read(
                spec,
                named.workload(workload).program(program(named.program())).lifecycle(lifecycle(named.lifecycle())));
    }

    private void settings() {
        spec.field("sparkConf").fields().forEach((key, value) -> value.text()
                .ifPresent(text -> settings.put(key, text)));
        spec.field("hadoopConf").fields().forEach((key, value) -> say("spark.hadoop." + key, value));
        for (var field : KubeflowFields.SETTINGS.entrySet()) {
            say(field.getValue(), at(field.getKey()));
        }
        for (var list : KubeflowFields.LISTS.entrySet()) {
            var values = at(list.getKey()).texts();
            if (!values.isEmpty()) {
                settings.put(list.getValue(), String.join(",", values));
            }
        }
        for (var prefix : KubeflowFields.PREFIXES.entrySet()) {
            at(prefix.getKey()).fields().forEach((key, value) -> say(prefix.getValue() + key, value));
        }
        secrets();
        allocation();
    }

    /** Fields come after sparkConf on the command line, so they win. */
    private void say(String key, Source field) {
        field.text(key).ifPresent(text -> settings.put(key, text));
    }

    private void secrets() {
        for (var role : List.of("driver", "executor")) {
            for (var secret : at(role + ".secrets").items()) {
                if (secret.field("secretType").node().asText().equals("Generic")) {
                    var key = "spark.kubernetes." + role + ".secrets."
                            + secret.field("name").take().asText();
                    settings.put(key, secret.field("path").take().asText());
                    secret.field("secretType").take();
                }
            }
        }
    }

    /** Without a number the webhook says one; Spark itself would take two. */
    private void allocation() {
        var dynamic = spec.field("dynamicAllocation");
        dynamic.field("enabled").text();
        if (dynamic.field("enabled").node().asBoolean()) {
            settings.put("spark.dynamicAllocation.enabled", "true");
            say("spark.dynamicAllocation.initialExecutors", dynamic.field("initialExecutors"));
            say("spark.dynamicAllocation.minExecutors", dynamic.field("minExecutors"));
            say("spark.dynamicAllocation.maxExecutors", dynamic.field("maxExecutors"));
            say("spark.dynamicAllocation.shuffleTracking.timeout", dynamic.field("shuffleTrackingTimeout"));
            if (!dynamic.field("shuffleTrackingEnabled").text().orElse("true").equals("true")) {
                settings.put("spark.dynamicAllocation.shuffleTracking.enabled", "false");
            }
        } else if (!"true".equals(settings.get("spark.dynamicAllocation.enabled"))) {
            settings.putIfAbsent("spark.executor.instances", "1");
        }
    }

    private Program program(Program none) {
        spec.field("mode").text();
        if (spec.field("sparkVersion").node().asText().equals(Manifests.SPARK_VERSION)) {
            spec.field("sparkVersion").take();
        }
        var type = spec.field("type").text().orElse("");
        var kind = Arrays.stream(ProgramKind.values())
                .filter(known -> known.toString().equals(type))
                .findFirst();
        var files = at("deps.pyFiles").texts();
        return new Program(
                kind.or(none::said),
                spec.field("mainClass").text(),
                spec.field("mainApplicationFile").text(),
                files,
                spec.field("arguments").items().stream()
                        .map(item -> item.take().asText())
                        .toList());
    }

    private Lifecycle lifecycle(Lifecycle defaults) {
        var lifecycle = defaults.restart(RestartReader.kubeflow(spec.field("restartPolicy")))
                .suspended(spec.field("suspend").take().asBoolean());
        var queue = metadata.field("labels").field(Manifests.KUEUE_QUEUE).text();
        if (queue.isPresent()) {
            lifecycle = lifecycle.kueueQueue(queue.get());
        }
        var seconds = spec.field("timeToLiveSeconds");
        return seconds.node().asLong(0) > 0
                ? lifecycle.timeToLive(Duration.ofSeconds(seconds.take().asLong()))
                : lifecycle;
    }

    private Source at(String path) {
        var place = spec;
        for (var name : path.split("\\.")) {
            place = place.field(name);
        }
        return place;
    }
}
