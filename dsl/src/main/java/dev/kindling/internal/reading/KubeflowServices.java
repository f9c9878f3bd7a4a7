package dev.kindling.internal.reading;

import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.value.BatchScheduler;
import dev.kindling.value.Monitoring;
import java.util.List;

/** What surrounds an application in Kubeflow's dialect, where a plan can say all of it. */
final class KubeflowServices {
    private KubeflowServices() {}

    static ApplicationPlan read(Source spec, ApplicationPlan plan) {
        return monitoring(spec.field("monitoring"), scheduler(spec, plan));
    }

    private static ApplicationPlan scheduler(Source spec, ApplicationPlan plan) {
        var name = spec.field("batchScheduler").node().asText();
        var options = spec.field("batchSchedulerOptions");
        if (!List.of("volcano", "yunikorn").contains(name)) {
            return plan;
        }
        try {
            var read = plan.services().scheduler(scheduler(name, options));
            spec.field("batchScheduler").take();
            options.take();
            return plan.services(read);
        } catch (IllegalArgumentException e) {
            return plan; // a queue or class that no value takes: the fields stay as they are
        }
    }

    private static BatchScheduler scheduler(String name, Source options) {
        var scheduler = name.equals("volcano") ? BatchScheduler.volcano() : BatchScheduler.yuniKorn();
        var queue = options.node().path("queue");
        var priority = options.node().path("priorityClassName");
        scheduler = queue.isTextual() ? scheduler.queue(queue.asText()) : scheduler;
        scheduler = priority.isTextual() ? scheduler.priorityClass(priority.asText()) : scheduler;
        for (var resource : options.field("resources").fields().entrySet()) {
            scheduler = scheduler.atLeast(
                    resource.getKey(), resource.getValue().node().asText());
        }
        return scheduler;
    }

    /** Only the agent with a file in the image; what the webhook would have to mount is left. */
    private static ApplicationPlan monitoring(Source source, ApplicationPlan plan) {
        var agent = source.field("prometheus").node();
        boolean driver = source.node().path("exposeDriverMetrics").asBoolean();
        boolean executors = source.node().path("exposeExecutorMetrics").asBoolean();
        boolean mounted = source.node().has("metricsProperties")
                || source.node().has("metricsPropertiesFile")
                || agent.has("configuration")
                || agent.has("portName");
        if (mounted || !agent.has("configFile") || !(driver || executors)) {
            return plan;
        }
        var jar = agent.path("jmxExporterJar").asText();
        try {
            var exporter = Monitoring.jmxExporter(jar, agent.path("configFile").asText())
                    .port(agent.path("port").asInt(8090));
            source.take();
            return plan.services(plan.services().monitoring(new Monitoring(exporter.source(), driver, executors)));
        } catch (IllegalArgumentException e) {
            return plan; // a path that no value takes: the fields stay as they are
        }
    }
}
