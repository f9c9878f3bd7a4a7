package dev.kindling.internal.check;

import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.value.Cores;
import dev.kindling.value.ExecutorCount;
import dev.kindling.value.Memory;
import dev.kindling.value.RoleResources;
import java.time.Duration;

/** Numbers, sizes and limits, and how they fit together. */
final class ResourceCheck {
    /** Spark's UnifiedMemoryManager refuses less than 1.5 times the 300 MB that it sets aside. */
    private static final Memory SMALLEST_HEAP = Memory.parse("450m");

    private ResourceCheck() {}

    static void check(WorkloadPlan plan, Problems problems) {
        plan.roles().executors().ifPresent(executors -> {
            if (executors.count() instanceof ExecutorCount.Dynamic dynamic) {
                bounds(dynamic, problems);
            }
            resources(".executors(", "ExecutorPlan.of(n)", executors.resources(), problems);
        });
        plan.roles()
                .driver()
                .ifPresent(driver -> resources(".driver(", "DriverPlan.defaults()", driver.resources(), problems));
        limits(plan, problems);
    }

    private static void bounds(ExecutorCount.Dynamic count, Problems problems) {
        if (count.min() > count.max()) {
            problems.add(
                    ".executors(ExecutorPlan.dynamic(min, max))",
                    count.min() + ", " + count.max(),
                    "has the lower bound above the upper one",
                    "ExecutorPlan.dynamic(" + count.max() + ", " + count.min() + ")");
        }
        count.initial()
                .filter(n -> n < count.min() || n > count.max())
                .ifPresent(n -> problems.add(
                        ".executors(ExecutorPlan.dynamic(min, max).initial(n))",
                        n,
                        "is outside of the bounds " + count.min() + " to " + count.max(),
                        ".initial(" + count.min() + ")"));
    }

    private static void resources(String call, String plan, RoleResources given, Problems problems) {
        given.memory()
                .filter(size -> size.bytes() < SMALLEST_HEAP.bytes())
                .ifPresent(size -> problems.add(
                        call + plan + ".memory(..))",
                        size,
                        "is less than Spark starts with (450m)",
                        ".memory(\"512m\")"));
        var request = given.cpuRequest().or(() -> given.cores().map(Cores::of)).orElse(Cores.of(1));
        given.cpuLimit()
                .filter(limit -> limit.compareTo(request) < 0)
                .ifPresent(limit -> problems.add(
                        call + plan + ".cpuLimit(..)) and "
                                + (given.cpuRequest().isPresent() ? ".cpuRequest(..)" : ".cores(..)"),
                        limit + " and " + request,
                        "limit the cpu to less than is requested",
                        ".cpuLimit(\"" + request + "\")"));
    }

    private static void limits(WorkloadPlan plan, Problems problems) {
        plan.limits()
                .startTimeout()
                .filter(ResourceCheck::isNotPositive)
                .ifPresent(time -> problems.add(
                        ".startTimeout(..)", time, "leaves no time to start", ".startTimeout(Duration.ofMinutes(5))"));
        plan.limits()
                .maxExecutorFailures()
                .filter(n -> n < 1)
                .ifPresent(n -> problems.add(
                        ".maxExecutorFailures(..)", n, "gives up before anything failed", ".maxExecutorFailures(3)"));
    }

    private static boolean isNotPositive(Duration time) {
        return time.isNegative() || time.isZero();
    }
}
