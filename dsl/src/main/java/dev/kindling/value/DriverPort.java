package dev.kindling.value;

import dev.kindling.internal.text.Ordered;
import java.util.Map;
import java.util.Optional;

/**
 * A port of an application's driver that others may reach through a service, and from outside through an ingress.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * ApplicationSpec nightly = Spark.application("nightly")
 *         .expose(DriverPort.ui().ingress(Ingress.at("spark.example.org/nightly")))
 *         .expose(DriverPort.of("health", 8081).ingress(Ingress.at("health.example.org")));
 * }</pre>
 *
 * <p>Rules: {@code sparkUIOptions} and {@code driverIngressOptions} of Kubeflow's resource, where only the UI may do
 * without an ingress; {@code driverServiceIngressList} of Apache's, where nothing may.
 *
 * @param name of the service's port, at most 15 characters
 * @param port where the driver listens
 * @param type who can reach the service
 * @param labels of the service
 * @param annotations of the service
 * @param ingress how it is reached from outside
 */
public record DriverPort(
        String name,
        int port,
        ServiceType type,
        Map<String, String> labels,
        Map<String, String> annotations,
        Optional<Ingress> ingress) {

    /** Spark's UI: {@code spark.ui.port}. */
    public static final int UI = 4040;

    /** Refuses names and ports that a service cannot have. */
    public DriverPort {
        labels = Ordered.copy(labels);
        annotations = Ordered.copy(annotations);
        if (!name.matches("[a-z]([-a-z0-9]{0,13}[a-z0-9])?")) {
            throw new IllegalArgumentException("Port name \"" + name
                    + "\" is not one of Kubernetes (lower case letters, digits and '-', at most 15): write "
                    + "DriverPort.of(\"health\", " + port + ")");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "Port " + port + " is not from 1 to 65535: write DriverPort.of(\"" + name + "\", 8081)");
        }
    }

    /** Spark's UI. */
    public static DriverPort ui() {
        return of("ui", UI);
    }

    /** A port that the program opens in the driver. */
    public static DriverPort of(String name, int port) {
        return new DriverPort(name, port, ServiceType.CLUSTER_IP, Map.of(), Map.of(), Optional.empty());
    }

    /** Who can reach the service; default: pods of the cluster. */
    public DriverPort type(ServiceType value) {
        return new DriverPort(name, port, value, labels, annotations, ingress);
    }

    /** A label of the service. */
    public DriverPort label(String key, String value) {
        return new DriverPort(name, port, type, Ordered.with(labels, Map.of(key, value)), annotations, ingress);
    }

    /** An annotation of the service. */
    public DriverPort annotation(String key, String value) {
        return new DriverPort(name, port, type, labels, Ordered.with(annotations, Map.of(key, value)), ingress);
    }

    /** How it is reached from outside. */
    public DriverPort ingress(Ingress value) {
        return new DriverPort(name, port, type, labels, annotations, Optional.of(value));
    }

    /** Whether it is Spark's UI. */
    public boolean isUi() {
        return port == UI;
    }

    /** Who can reach a service. */
    public enum ServiceType {
        /** Pods of the cluster. */
        CLUSTER_IP("ClusterIP"),
        /** Whoever reaches a node. */
        NODE_PORT("NodePort"),
        /** Whoever reaches the cloud's load balancer. */
        LOAD_BALANCER("LoadBalancer");

        private final String text;

        ServiceType(String text) {
            this.text = text;
        }

        /** As Kubernetes writes it. */
        @Override
        public String toString() {
            return text;
        }
    }
}
