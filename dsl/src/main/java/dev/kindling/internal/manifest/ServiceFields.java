package dev.kindling.internal.manifest;

import dev.kindling.internal.plan.ClusterServices;
import dev.kindling.value.Monitoring;
import java.util.Map;

/** Metrics and batch schedulers in Kubeflow's dialect; Apache's says them by settings alone. */
final class ServiceFields {
    private ServiceFields() {}

    /** {@code spec.monitoring}, only for the agent: with Spark's own endpoint it would announce a wrong port. */
    static Map<String, Object> monitoring(ClusterServices services) {
        var fields = new Fields();
        services.monitoring().ifPresent(monitoring -> {
            if (monitoring.source() instanceof Monitoring.JmxExporter jmx) {
                fields.put("exposeDriverMetrics", monitoring.driver())
                        .put("exposeExecutorMetrics", monitoring.executors())
                        .put("prometheus", agent(jmx));
            }
        });
        return fields.tree();
    }

    /** {@code spec.batchSchedulerOptions}. */
    static Map<String, Object> schedulerOptions(ClusterServices services) {
        var fields = new Fields();
        services.scheduler().ifPresent(scheduler -> fields.put("queue", scheduler.queue())
                .put("priorityClassName", scheduler.priorityClass())
                .put("resources", scheduler.atLeast()));
        return fields.tree();
    }

    private static Map<String, Object> agent(Monitoring.JmxExporter jmx) {
        return new Fields()
                .put("jmxExporterJar", jmx.jar())
                .put("port", jmx.port())
                .put("configFile", jmx.configFile())
                .tree();
    }
}
