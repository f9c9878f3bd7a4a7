package dev.kindling.internal.manifest;

import dev.kindling.internal.conf.PodTemplates;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.Program;
import dev.kindling.internal.plan.ProgramKind;
import dev.kindling.target.ApacheOptions;
import dev.kindling.target.Operator;
import dev.kindling.value.PodPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The Apache dialect: nearly everything is said by sparkConf. */
final class ApacheSpec {
    static final String API_VERSION = "spark.apache.org/v1";

    private static final String PYTHON_RUNNER = "org.apache.spark.deploy.PythonRunner";

    private ApacheSpec() {}

    static Map<String, Object> of(ApplicationPlan plan, ApacheOptions options, Placement placement) {
        var workload = plan.workload();
        var spec = new Fields().put("deploymentMode", "ClusterMode");
        program(plan.program(), spec);
        return spec.put("driverArgs", plan.program().arguments())
                .put("runtimeVersions", Map.of("sparkVersion", Manifests.SPARK_VERSION))
                .put("applicationTolerations", TolerationFields.of(plan, options))
                .put(
                        "driverServiceIngressList",
                        PortFields.apache(
                                Manifests.name(plan, placement), plan.services().ports()))
                .put("sparkConf", conf(plan, placement))
                .put("driverSpec", template(workload.driverPod(), PodTemplates.DRIVER_CONTAINER))
                .put("executorSpec", template(workload.executorPod(), PodTemplates.EXECUTOR_CONTAINER))
                .tree();
    }

    /** The operator takes "a,b" for one file in {@code jars}: further jars go through spark.jars. */
    private static void program(Program program, Fields spec) {
        var file = program.mainFile().orElseThrow();
        if (program.kind() == ProgramKind.R) {
            spec.put("sparkRFiles", file);
        } else if (program.kind() != ProgramKind.PYTHON) {
            spec.put("mainClass", program.mainClass()).put("jars", file);
        } else if (program.pyFiles().isEmpty()) {
            spec.put("pyFiles", file);
        } else {
            // Without this class the whole list is taken for one file.
            var all = Stream.concat(Stream.of(file), program.pyFiles().stream());
            spec.put("mainClass", PYTHON_RUNNER).put("pyFiles", String.join(",", all.toList()));
        }
    }

    private static Map<String, String> conf(ApplicationPlan plan, Placement placement) {
        var needed = plan.workload().dependencies();
        var conf = ApplicationConf.of(plan, Operator.apache(), placement, Set.of(), Set.of("spark.jars"));
        if (!needed.jars().isEmpty()) {
            conf.put("spark.jars", String.join(",", needed.jars()));
        }
        if (!needed.packages().isEmpty()) {
            conf.put("spark.jars.packages", String.join(",", needed.packages()));
        }
        for (var role : List.of("driver", "executor")) {
            var options = "spark." + role + ".extraJavaOptions";
            ServiceConf.agent(plan, role)
                    .ifPresent(agent -> conf.merge(options, agent, (said, added) -> said + " " + added));
        }
        Manifests.account(plan, placement)
                .ifPresent(name -> conf.put("spark.kubernetes.authenticate.driver.serviceAccountName", name));
        return conf;
    }

    private static Optional<Map<String, Object>> template(PodPlan pod, String container) {
        return Manifests.template(pod, container).map(template -> Map.of("podTemplateSpec", template));
    }
}
