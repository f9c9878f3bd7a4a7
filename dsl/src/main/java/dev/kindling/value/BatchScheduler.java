package dev.kindling.value;

import dev.kindling.internal.text.Names;
import dev.kindling.internal.text.Ordered;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A scheduler for batch work that places an application's pods. It must run in the cluster, and Kubeflow's operator must
 * have been told to work with it. Immutable and thread-safe.
 *
 * <pre>{@code
 * BatchScheduler gang = BatchScheduler.volcano().queue("analytics").atLeast("cpu", "4").atLeast("memory", "16Gi");
 * BatchScheduler fair = BatchScheduler.yuniKorn().queue("root.analytics");
 * }</pre>
 *
 * <p>Rules: {@code spec.batchScheduler} and {@code batchSchedulerOptions} of Kubeflow's resource. On Apache's operator
 * the scheduler places single pods, because nothing there makes a pod group.
 *
 * @param kind which one
 * @param queue where pods wait; default: the scheduler's
 * @param priorityClass of Volcano's pod group
 * @param atLeast what must be free before Volcano places anything; default: what all pods request
 */
public record BatchScheduler(
        Kind kind, Optional<String> queue, Optional<String> priorityClass, Map<String, String> atLeast) {

    /** Refuses names that Kubernetes cannot give, and what YuniKorn has no use for. */
    public BatchScheduler {
        atLeast = Ordered.copy(atLeast);
        queue.filter(name -> !name.matches("[A-Za-z0-9]([-._A-Za-z0-9]{0,61}[A-Za-z0-9])?"))
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "Queue \"" + name + "\" cannot be the value of a label: write .queue(\"root.analytics\")");
                });
        priorityClass.ifPresent(name -> Names.requireSubdomain("Priority class", ".priorityClass", name));
        if (kind == Kind.YUNIKORN && (priorityClass.isPresent() || !atLeast.isEmpty())) {
            throw new IllegalArgumentException("YuniKorn has no pod group with a priority class " + priorityClass
                    + " or least resources " + atLeast + ": write PodPlan.none().priorityClass(\"high\")");
        }
    }

    /** Volcano. */
    public static BatchScheduler volcano() {
        return new BatchScheduler(Kind.VOLCANO, Optional.empty(), Optional.empty(), Map.of());
    }

    /** Apache YuniKorn. */
    public static BatchScheduler yuniKorn() {
        return new BatchScheduler(Kind.YUNIKORN, Optional.empty(), Optional.empty(), Map.of());
    }

    /** Where pods wait. */
    public BatchScheduler queue(String name) {
        return new BatchScheduler(kind, Optional.of(name), priorityClass, atLeast);
    }

    /** Priority class of Volcano's pod group. */
    public BatchScheduler priorityClass(String name) {
        return new BatchScheduler(kind, queue, Optional.of(name), atLeast);
    }

    /** How much of a resource must be free before Volcano places anything, for example {@code ("cpu", "4")}. */
    public BatchScheduler atLeast(String resource, String quantity) {
        return new BatchScheduler(kind, queue, priorityClass, Ordered.with(atLeast, Map.of(resource, quantity)));
    }

    /** Which scheduler. */
    public enum Kind {
        /** Volcano. */
        VOLCANO,
        /** Apache YuniKorn. */
        YUNIKORN;

        /** As pods name it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
