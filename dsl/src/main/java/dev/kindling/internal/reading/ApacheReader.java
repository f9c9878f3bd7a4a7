package dev.kindling.internal.reading;

import dev.kindling.internal.manifest.Manifests;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.Lifecycle;
import dev.kindling.internal.plan.Program;
import dev.kindling.internal.plan.ProgramKind;
import dev.kindling.value.PodPlan;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Apache's application, as its submission worker 1.0.0 reads it: nearly everything is a setting. */
final class ApacheReader {
    private static final String PYTHON_RUNNER = "org.apache.spark.deploy.PythonRunner";

    private final Source spec;
    private final Source resource;

    private ApacheReader(Source resource) {
        this.resource = resource;
        this.spec = resource.field("spec");
    }

    static ApplicationPlan read(Source resource) {
        return new ApacheReader(resource).plan();
    }

    private ApplicationPlan plan() {
        var named = ApplicationPlan.named(
                resource.field("metadata").field("name").text().orElse(""));
        var settings = new LinkedHashMap<String, String>();
        spec.field("sparkConf").fields().forEach((key, value) -> value.text()
                .ifPresent(text -> settings.put(key, text)));
        boolean encrypted = !"false".equals(settings.get("spark.authenticate"));
        var workload = SettingsReader.read(named.workload().name(), settings);
        if (encrypted && !settings.containsKey("spark.network.crypto.enabled")) {
            workload = workload.encryption(true); // the operator switches on what is not mentioned
        }
        var executors = workload.executors();
        workload = workload.driver(workload.driver().pod(workload.driver().pod().and(template("driverSpec"))))
                .executors(executors.pod(executors.pod().and(template("executorSpec"))));
        return named.workload(workload).program(program()).lifecycle(lifecycle(named.lifecycle()));
    }

    private PodPlan template(String role) {
        var template = spec.field(role).field("podTemplateSpec");
        return template.isThere() ? PodPlan.none().template(new ReadTemplate(template.take())) : PodPlan.none();
    }

    /** The first that is there, in the operator's order: jars, Python, R. */
    private Program program() {
        spec.field("deploymentMode").text();
        var version = spec.field("runtimeVersions").field("sparkVersion");
        if (version.node().asText().equals(Manifests.SPARK_VERSION)) {
            version.take();
        }
        var arguments = spec.field("driverArgs").items().stream()
                .map(item -> item.take().asText())
                .toList();
        var mainClass = spec.field("mainClass").text();
        var jar = spec.field("jars").text();
        if (jar.isPresent()) {
            return new Program(Optional.empty(), mainClass, jar, List.of(), arguments);
        }
        var python = spec.field("pyFiles").text();
        if (python.isPresent()) {
            boolean list = mainClass.filter(PYTHON_RUNNER::equals).isPresent();
            var files = list ? Arrays.asList(python.get().split(",")) : List.of(python.get());
            var main = Optional.of(files.get(0));
            return new Program(
                    Optional.of(ProgramKind.PYTHON), Optional.empty(), main, files.subList(1, files.size()), arguments);
        }
        var r = spec.field("sparkRFiles").text();
        return r.isPresent()
                ? new Program(Optional.of(ProgramKind.R), Optional.empty(), r, List.of(), arguments)
                // Spark's word for a class that is on the class path anyway.
                : new Program(Optional.empty(), mainClass, Optional.of("spark-internal"), List.of(), arguments);
    }

    private Lifecycle lifecycle(Lifecycle defaults) {
        var tolerations = spec.field("applicationTolerations");
        var lifecycle = defaults.restart(RestartReader.apache(tolerations.field("restartConfig")));
        var retain = tolerations.field("resourceRetainPolicy");
        if (retain.node().asText().equals("Never")) {
            retain.take(); // the default
        }
        var millis = tolerations.field("ttlAfterStopMillis");
        if (millis.node().asLong(-1) < 0) {
            millis.take();
            return lifecycle;
        }
        return millis.node().asLong() % 1000 == 0 && millis.node().asLong() > 0
                ? lifecycle.timeToLive(Duration.ofMillis(millis.take().asLong()))
                : lifecycle;
    }
}
