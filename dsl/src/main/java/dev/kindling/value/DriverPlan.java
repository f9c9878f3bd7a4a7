package dev.kindling.value;

import dev.kindling.internal.text.Names;
import java.util.Optional;

/**
 * What the driver is given and where executors find it. In client mode the driver is this JVM: then only the address
 * counts, memory and pod describe the driver of an application. Immutable and thread-safe.
 *
 * <pre>{@code
 * DriverPlan driver = DriverPlan.defaults().memory("2g").host("10.0.0.7");
 * }</pre>
 *
 * @param resources what the driver is given; Spark's defaults (1 core, 1g) where nothing is said
 * @param address where executors find it
 * @param serviceAccount as whom an application's driver runs; default: the target's
 * @param pod what is special about the driver's pod, on top of what the spec says of all pods
 */
public record DriverPlan(RoleResources resources, DriverAddress address, Optional<String> serviceAccount, PodPlan pod) {

    /** Refuses a service account that Kubernetes cannot name so. */
    public DriverPlan {
        serviceAccount.ifPresent(name -> Names.requireSubdomain("Service account", ".serviceAccount", name));
    }

    /** Everything by default. */
    public static DriverPlan defaults() {
        return new DriverPlan(RoleResources.DEFAULTS, DriverAddress.FOUND, Optional.empty(), PodPlan.none());
    }

    /** Cores of an application's driver. */
    public DriverPlan cores(int cores) {
        return resources(resources.cores(cores));
    }

    /** Heap of an application's driver, for example {@code "2g"}. */
    public DriverPlan memory(String size) {
        return memory(Memory.parse(size));
    }

    /** Heap of an application's driver. */
    public DriverPlan memory(Memory size) {
        return resources(resources.memory(size));
    }

    /** What the driver's pod gets beyond the heap, for example {@code "512m"}. */
    public DriverPlan memoryOverhead(String size) {
        return resources(resources.memoryOverhead(Memory.parse(size)));
    }

    /** The driver pod's cpu request, for example {@code "500m"}. */
    public DriverPlan cpuRequest(String cores) {
        return resources(resources.cpuRequest(Cores.parse(cores)));
    }

    /** The driver pod's cpu limit, for example {@code "2"}. */
    public DriverPlan cpuLimit(String cores) {
        return resources(resources.cpuLimit(Cores.parse(cores)));
    }

    /** Name or address that executors call. */
    public DriverPlan host(String host) {
        return address(new DriverAddress(
                Optional.of(host), address.bindAddress(), address.port(), address.blockManagerPort()));
    }

    /** Address the driver listens on; default: the host. */
    public DriverPlan bindAddress(String bindAddress) {
        return address(new DriverAddress(
                address.host(), Optional.of(bindAddress), address.port(), address.blockManagerPort()));
    }

    /** RPC port, 1024 to 65535; default: a free one. */
    public DriverPlan port(int port) {
        return address(new DriverAddress(
                address.host(), address.bindAddress(), Optional.of(port), address.blockManagerPort()));
    }

    /** Block manager port, 1024 to 65535; default: a free one. */
    public DriverPlan blockManagerPort(int port) {
        return address(new DriverAddress(address.host(), address.bindAddress(), address.port(), Optional.of(port)));
    }

    /** As whom an application's driver runs. */
    public DriverPlan serviceAccount(String name) {
        return new DriverPlan(resources, address, Optional.of(name), pod);
    }

    /** What is special about the driver's pod. */
    public DriverPlan pod(PodPlan special) {
        return new DriverPlan(resources, address, serviceAccount, special);
    }

    private DriverPlan resources(RoleResources value) {
        return new DriverPlan(value, address, serviceAccount, pod);
    }

    private DriverPlan address(DriverAddress value) {
        return new DriverPlan(resources, value, serviceAccount, pod);
    }
}
