package dev.kindling.embedded.internal.kubelet.network;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Names of services as a hosts file: each leads to the pods that the service selects, as a headless service's does. Used
 * by the kubelet's thread only.
 */
public final class ServiceHosts {

    /** The machine's own hosts file. */
    public static final Path MACHINE = Path.of("/etc/hosts");

    private final Path file;
    private final Supplier<Collection<Service>> services;
    private final String fixed = machineNames();
    private final Map<String, Pod> pods = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();
    private String written = "";

    /** Starts {@code file} with the machine's own names: the file is used in place of the machine's. */
    public ServiceHosts(Path file, Supplier<Collection<Service>> services) {
        this.file = file;
        this.services = services;
        write("");
    }

    /** Always the same file, written in place: running containers have it mounted. */
    public Path file() {
        return file;
    }

    public void add(Pod pod, String address) {
        pods.put(pod.getMetadata().getUid(), pod);
        addresses.put(pod.getMetadata().getUid(), address);
        refresh();
    }

    public void remove(Pod pod) {
        pods.remove(pod.getMetadata().getUid());
        addresses.remove(pod.getMetadata().getUid());
        refresh();
    }

    /** A service came or went. */
    public void refresh() {
        String lines = services.get().stream()
                .flatMap(service -> pods.entrySet().stream()
                        .filter(entry -> selects(service, entry.getValue()))
                        .map(entry -> addresses.get(entry.getKey()) + " " + names(service) + "\n"))
                .sorted()
                .collect(Collectors.joining());
        if (!lines.equals(written)) {
            write(lines);
        }
    }

    /** True if a service of this namespace leads to pods: only then does a container need the file. */
    public boolean needed(String namespace) {
        return services.get().stream()
                .anyMatch(service -> namespace.equals(service.getMetadata().getNamespace())
                        && !selector(service).isEmpty());
    }

    private void write(String lines) {
        try {
            Files.writeString(file, fixed + lines);
            written = lines;
        } catch (IOException e) {
            throw new UncheckedIOException("writing the host names of services", e);
        }
    }

    private static String names(Service service) {
        String name = service.getMetadata().getName();
        String full = name + "." + service.getMetadata().getNamespace();
        return String.join(" ", full + ".svc", full + ".svc.cluster.local", full, name);
    }

    private static boolean selects(Service service, Pod pod) {
        var labels = pod.getMetadata().getLabels();
        var selector = selector(service);
        return !selector.isEmpty()
                && service.getMetadata().getNamespace().equals(pod.getMetadata().getNamespace())
                && labels != null
                && labels.entrySet().containsAll(selector.entrySet());
    }

    private static Map<String, String> selector(Service service) {
        var spec = service.getSpec();
        return spec == null || spec.getSelector() == null ? Map.of() : spec.getSelector();
    }

    private static String machineNames() {
        try {
            String known = Files.isReadable(MACHINE) ? Files.readString(MACHINE, StandardCharsets.UTF_8) : "";
            return known.stripTrailing() + "\n127.0.0.1 localhost " + ownName() + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + MACHINE, e);
        }
    }

    private static String ownName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // A machine that cannot resolve its own name: then nobody in a pod can ask for it either.
            return "";
        }
    }
}
