package dev.kindling.embedded.internal.kubelet;

import com.sun.management.OperatingSystemMXBean;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceFieldSelector;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** What a container may use, as it can ask for it ({@code resourceFieldRef}). Told, not enforced. */
final class ContainerResources {

    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Map<String, Quantity> requests;
    private final Map<String, Quantity> limits;

    private ContainerResources(Map<String, Quantity> requests, Map<String, Quantity> limits) {
        this.requests = requests;
        this.limits = limits;
    }

    static ContainerResources of(Container container) {
        var resources = container.getResources();
        return resources == null
                ? new ContainerResources(Map.of(), Map.of())
                : new ContainerResources(orEmpty(resources.getRequests()), orEmpty(resources.getLimits()));
    }

    /** In units of the divisor, rounded up; a limit that is not set is what the machine has, as on a node. */
    String value(ResourceFieldSelector selector) {
        String resource = selector.getResource();
        String name = resource.substring(resource.indexOf('.') + 1);
        Quantity asked = (resource.startsWith("limits.") ? limits : requests).get(name);
        BigDecimal amount = asked != null
                ? asked.getNumericalAmount()
                : resource.startsWith("limits.") ? machine(name) : BigDecimal.ZERO;
        Quantity divisor = selector.getDivisor();
        BigDecimal unit = divisor == null
                        || divisor.getAmount() == null
                        || divisor.getNumericalAmount().signum() == 0
                ? BigDecimal.ONE
                : divisor.getNumericalAmount();
        return amount.divide(unit, 0, RoundingMode.CEILING).toPlainString();
    }

    private static BigDecimal machine(String name) {
        return switch (name) {
            case "cpu" -> BigDecimal.valueOf(Runtime.getRuntime().availableProcessors());
            case "memory" -> BigDecimal.valueOf(MACHINE.getTotalMemorySize());
            default -> BigDecimal.ZERO;
        };
    }

    private static Map<String, Quantity> orEmpty(@org.jspecify.annotations.Nullable Map<String, Quantity> map) {
        return map == null ? Map.of() : map;
    }
}
