package dev.kindling.internal.manifest;

import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.target.Operator;
import dev.kindling.value.BatchScheduler;
import dev.kindling.value.DriverPort;
import dev.kindling.value.Monitoring;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the cluster does around an application, as far as settings say it; needs no webhook. */
final class ServiceConf {
    private static final String SINK = "spark.metrics.conf.*.sink.";
    private static final String DRIVER_METRICS = "/metrics/driver/prometheus";
    private static final String EXECUTOR_METRICS = "/metrics/executors/prometheus";

    private final Map<String, String> conf = new LinkedHashMap<>();

    private ServiceConf() {}

    static Map<String, String> of(ApplicationPlan plan, Operator operator) {
        var settings = new ServiceConf();
        boolean apache = !(operator instanceof Operator.Kubeflow);
        plan.services().monitoring().ifPresent(monitoring -> settings.monitoring(monitoring, apache));
        plan.services().ports().stream().filter(DriverPort::isUi).forEach(settings::ui);
        plan.services().scheduler().ifPresent(scheduler -> settings.scheduler(scheduler, apache));
        return settings.conf;
    }

    /** The option that starts the JMX exporter's agent, where it is asked for. */
    static Optional<String> agent(ApplicationPlan plan, String role) {
        return plan.services()
                .monitoring()
                .filter(monitoring -> role.equals("driver") ? monitoring.driver() : monitoring.executors())
                .filter(monitoring -> monitoring.source() instanceof Monitoring.JmxExporter)
                .map(monitoring -> (Monitoring.JmxExporter) monitoring.source())
                .map(jmx -> "-javaagent:" + jmx.jar() + "=" + jmx.port() + ":" + jmx.configFile());
    }

    private void monitoring(Monitoring monitoring, boolean apache) {
        if (monitoring.source() instanceof Monitoring.JmxExporter jmx) {
            // The operator's own file with this line lies in a config map, which only its webhook mounts.
            conf.put(SINK + "jmx.class", "org.apache.spark.metrics.sink.JmxSink");
            if (apache && monitoring.driver()) {
                scraped("spark.kubernetes.driver.annotation.", jmx.port(), "/metrics");
            }
            if (apache && monitoring.executors()) {
                scraped("spark.kubernetes.executor.annotation.", jmx.port(), "/metrics");
            }
            return;
        }
        sparkEndpoint(monitoring);
    }

    /** A pod can name one path, so with both the driver's own metrics are found through its service. */
    private void sparkEndpoint(Monitoring monitoring) {
        conf.put("spark.ui.prometheus.enabled", String.valueOf(monitoring.executors()));
        var pod = monitoring.executors() ? EXECUTOR_METRICS : DRIVER_METRICS;
        scraped("spark.kubernetes.driver.annotation.", DriverPort.UI, pod);
        if (monitoring.driver()) {
            conf.put(SINK + "prometheusServlet.class", "org.apache.spark.metrics.sink.PrometheusServlet");
            conf.put("spark.metrics.conf.driver.sink.prometheusServlet.path", DRIVER_METRICS);
        }
        if (monitoring.driver() && monitoring.executors()) {
            scraped("spark.kubernetes.driver.service.annotation.", DriverPort.UI, DRIVER_METRICS);
        }
    }

    private void scraped(String prefix, int port, String path) {
        conf.put(prefix + "prometheus.io/scrape", "true");
        conf.put(prefix + "prometheus.io/port", String.valueOf(port));
        conf.put(prefix + "prometheus.io/path", path);
    }

    /** Links of the UI must begin with the path that the ingress cuts off. */
    private void ui(DriverPort port) {
        port.ingress().filter(ingress -> !ingress.path().equals("/")).ifPresent(ingress -> {
            conf.put("spark.ui.proxyBase", ingress.path());
            conf.put("spark.ui.proxyRedirectUri", "/");
        });
    }

    /** Kubeflow's operator does the rest, but leaves the scheduler's name to its webhook. */
    private void scheduler(BatchScheduler scheduler, boolean apache) {
        for (var role : List.of("driver", "executor")) {
            var prefix = "spark.kubernetes." + role + ".";
            conf.put(prefix + "scheduler.name", scheduler.kind().toString());
            if (apache && scheduler.kind() == BatchScheduler.Kind.YUNIKORN) {
                conf.put(prefix + "annotation.yunikorn.apache.org/app-id", "{{APP_ID}}");
                scheduler.queue().ifPresent(queue -> conf.put(prefix + "label.queue", queue));
            } else if (apache) {
                scheduler
                        .queue()
                        .ifPresent(queue -> conf.put(prefix + "annotation.scheduling.volcano.sh/queue-name", queue));
            }
        }
    }
}
