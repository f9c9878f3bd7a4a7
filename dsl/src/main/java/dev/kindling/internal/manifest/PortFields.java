package dev.kindling.internal.manifest;

import dev.kindling.value.DriverPort;
import dev.kindling.value.Ingress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The driver's ports in both dialects. */
final class PortFields {
    /** What nginx cuts off before the driver sees it; the second group is what remains. */
    private static final String BEHIND_PATH = "(/|$)(.*)";

    private static final Map<String, Object> REWRITE = Map.of("nginx.ingress.kubernetes.io/rewrite-target", "/$2");

    private PortFields() {}

    /**
     * {@code spec.sparkUIOptions}: the service of the UI where it has no ingress, and what the ingresses have in common,
     * which the operator reads here for all of them.
     */
    static Map<String, Object> kubeflowUi(List<DriverPort> ports) {
        var fields = new Fields();
        ports.stream().filter(port -> port.isUi() && port.ingress().isEmpty()).forEach(port -> service(port, fields));
        ports.stream().flatMap(port -> port.ingress().stream()).findFirst().ifPresent(ingress -> common(ports, fields));
        return fields.tree();
    }

    /** {@code spec.driverIngressOptions}. */
    static List<Map<String, Object>> kubeflow(List<DriverPort> ports) {
        return ports.stream()
                .filter(port -> port.ingress().isPresent())
                .map(port -> service(port, new Fields())
                        .put("ingressURLFormat", port.ingress().map(PortFields::address))
                        .put("ingressAnnotations", annotations(port))
                        .put("ingressTLS", tls(List.of(port)))
                        .tree())
                .toList();
    }

    /** {@code spec.driverServiceIngressList}; the operator selects the driver's pod itself. */
    static List<Map<String, Object>> apache(String application, List<DriverPort> ports) {
        return ports.stream().map(port -> apache(application, port)).toList();
    }

    private static Map<String, Object> apache(String application, DriverPort port) {
        var name = application + "-" + port.name();
        var ingress = port.ingress().orElseThrow();
        var service =
                new Fields().put("name", name).put("labels", port.labels()).put("annotations", port.annotations());
        var rewrite = ingress.path().equals("/") ? Map.<String, Object>of() : REWRITE;
        var annotations = new Fields();
        rewrite.forEach(annotations::put);
        ingress.annotations().forEach(annotations::put);
        var numbers =
                new Fields().put("name", port.name()).put("port", port.port()).put("targetPort", port.port());
        return new Fields()
                .put("serviceMetadata", service.tree())
                .put(
                        "serviceSpec",
                        new Fields()
                                .put("type", port.type().toString())
                                .put("ports", List.of(numbers.tree()))
                                .tree())
                .put(
                        "ingressMetadata",
                        new Fields()
                                .put("name", name)
                                .put("annotations", annotations.tree())
                                .tree())
                .put("ingressSpec", apacheIngress(name, port, ingress))
                .tree();
    }

    private static Map<String, Object> apacheIngress(String service, DriverPort port, Ingress ingress) {
        boolean all = ingress.path().equals("/");
        var backend = new Fields().put("name", service).put("port", Map.of("number", port.port()));
        var path = new Fields()
                .put("path", all ? "/" : ingress.path() + BEHIND_PATH)
                .put("pathType", all ? "Prefix" : "ImplementationSpecific")
                .put("backend", Map.of("service", backend.tree()));
        var rule = new Fields().put("host", ingress.host()).put("http", Map.of("paths", List.of(path.tree())));
        return new Fields()
                .put("ingressClassName", ingress.className())
                .put("rules", List.of(rule.tree()))
                .put("tls", tls(List.of(port)))
                .tree();
    }

    private static Fields service(DriverPort port, Fields fields) {
        return fields.put("servicePort", port.port())
                .put("servicePortName", port.name())
                .put("serviceType", port.type().toString())
                .put("serviceLabels", port.labels())
                .put("serviceAnnotations", port.annotations());
    }

    /** The annotations are the same everywhere, see {@link DialectCheck}. */
    private static void common(List<DriverPort> ports, Fields fields) {
        ports.stream()
                .filter(port -> port.ingress().isPresent())
                .findFirst()
                .ifPresent(port -> fields.put("ingressAnnotations", annotations(port)));
        fields.put("ingressTLS", tls(ports));
    }

    private static Map<String, String> annotations(DriverPort port) {
        return port.ingress().map(Ingress::annotations).orElse(Map.of());
    }

    private static List<Map<String, Object>> tls(List<DriverPort> ports) {
        return ports.stream()
                .flatMap(port -> port.ingress().stream())
                .filter(ingress -> ingress.tlsSecret().isPresent())
                .map(ingress -> new Fields()
                        .put("hosts", List.of(ingress.host()))
                        .put("secretName", Optional.of(ingress.tlsSecret().get()))
                        .tree())
                .distinct()
                .toList();
    }

    private static String address(Ingress ingress) {
        return ingress.host() + (ingress.path().equals("/") ? "" : ingress.path());
    }
}
