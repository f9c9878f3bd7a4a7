package dev.kindling.internal.preflight;

import dev.kindling.value.Scheduling;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What a run asks for at its start.
 *
 * @param role driver or executor
 * @param pods how many
 * @param awaited whether the start waits for all of them
 */
public record Demand(String role, int pods, boolean awaited, Pod pod, Scheduling scheduling) {

    /** Of all pods together, by the names that quotas have: {@code pods}, {@code cpu}, {@code limits.memory}, ... */
    Optional<BigDecimal> of(String counted) {
        return switch (counted) {
            case "pods", "count/pods" -> Optional.of(BigDecimal.valueOf(pods));
            case "cpu", "requests.cpu" -> all("cpu");
            case "memory", "requests.memory" -> all("memory");
            case "limits.cpu", "limits.memory" ->
                amount(resources(true), counted.substring(7)).map(this::times);
            default -> Optional.empty();
        };
    }

    /** Of Spark's container. */
    String image() {
        return pod.getSpec().getContainers().get(0).getImage();
    }

    /** Of one pod. */
    Optional<BigDecimal> request(String resource) {
        return amount(resources(false), resource);
    }

    private Optional<BigDecimal> all(String resource) {
        return request(resource).map(this::times);
    }

    private BigDecimal times(BigDecimal one) {
        return one.multiply(BigDecimal.valueOf(pods));
    }

    private Map<String, Quantity> resources(boolean limits) {
        var asked = pod.getSpec().getContainers().get(0).getResources();
        var found = limits ? asked.getLimits() : asked.getRequests();
        return found == null ? Map.of() : found;
    }

    private static Optional<BigDecimal> amount(Map<String, Quantity> resources, String name) {
        return Optional.ofNullable(resources.get(name)).map(Quantity::getAmountInBytes);
    }
}
