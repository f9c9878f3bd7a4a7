package dev.kindling.value;

/**
 * How Prometheus reads an application's metrics. Immutable and thread-safe.
 *
 * <pre>{@code
 * Monitoring simple = Monitoring.prometheus();
 * Monitoring jmx = Monitoring.jmxExporter("/opt/jmx/exporter.jar", "/opt/jmx/spark.yaml").port(8090).driverOnly();
 * }</pre>
 *
 * <p>Pods are annotated with {@code prometheus.io/scrape}, {@code port} and {@code path}. Rules: "Monitoring" of Spark's
 * documentation; {@code spec.monitoring} of Kubeflow's resource.
 *
 * @param source what answers Prometheus
 * @param driver whether the driver's metrics are shown
 * @param executors whether the executors' are
 */
public record Monitoring(Source source, boolean driver, boolean executors) {

    /** Spark's own endpoint on the driver's UI port, for driver and executors alike. Needs nothing in the image. */
    public static Monitoring prometheus() {
        return new Monitoring(new SparkEndpoint(), true, true);
    }

    /**
     * The JMX exporter's Java agent in each pod, on port 8090.
     *
     * @param jar path of the agent in the image
     * @param configFile path of its configuration in the image; one that the operator would mount needs its webhook
     */
    public static Monitoring jmxExporter(String jar, String configFile) {
        return new Monitoring(new JmxExporter(jar, configFile, 8090), true, true);
    }

    /**
     * The agent's port, 1024 to 49151.
     *
     * @throws IllegalArgumentException if no agent is used: Spark's own endpoint is on the UI's port
     */
    public Monitoring port(int port) {
        if (source instanceof JmxExporter exporter) {
            return new Monitoring(new JmxExporter(exporter.jar(), exporter.configFile(), port), driver, executors);
        }
        throw new IllegalArgumentException("port(" + port
                + ") has no meaning for Spark's own endpoint: write Monitoring.jmxExporter(..).port(" + port + ")");
    }

    /** Not the executors' metrics. */
    public Monitoring driverOnly() {
        return new Monitoring(source, true, false);
    }

    /** Not the driver's metrics. */
    public Monitoring executorsOnly() {
        return new Monitoring(source, false, true);
    }

    /** What answers Prometheus. */
    public sealed interface Source {}

    /** Spark itself. */
    public record SparkEndpoint() implements Source {}

    /**
     * A Java agent in each pod.
     *
     * @param jar path in the image
     * @param configFile path in the image
     * @param port 1024 to 49151
     */
    public record JmxExporter(String jar, String configFile, int port) implements Source {
        /** Refuses paths that are not absolute and ports outside the range of Kubeflow's resource. */
        public JmxExporter {
            requirePath(jar);
            requirePath(configFile);
            if (port < 1024 || port > 49_151) {
                throw new IllegalArgumentException(
                        "port(" + port + ") is not a port from 1024 to 49151: write .port(8090)");
            }
        }

        private static void requirePath(String path) {
            if (!path.matches("/\\S+")) {
                throw new IllegalArgumentException("\"" + path + "\" is not a path in the image: write "
                        + "Monitoring.jmxExporter(\"/opt/jmx/exporter.jar\", \"/opt/jmx/spark.yaml\")");
            }
        }
    }
}
