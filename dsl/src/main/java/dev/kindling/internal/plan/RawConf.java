package dev.kindling.internal.plan;

import dev.kindling.value.ExecutorPlan;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Raw settings that Kindling reads itself: executor numbers where nothing typed is said, and Spark's own limits, which
 * would end the JVM if Spark enforced them. Text that cannot be read counts as not said here; the check reports it.
 */
public final class RawConf {
    public static final String INSTANCES = "spark.executor.instances";
    public static final String DYNAMIC = "spark.dynamicAllocation.enabled";
    public static final String DYNAMIC_MIN = "spark.dynamicAllocation.minExecutors";
    public static final String DYNAMIC_MAX = "spark.dynamicAllocation.maxExecutors";
    public static final String DYNAMIC_INITIAL = "spark.dynamicAllocation.initialExecutors";
    public static final String MAX_FAILURES = "spark.executor.maxNumFailures";
    public static final String RATIO = "spark.scheduler.minRegisteredResourcesRatio";
    public static final String WAITING_TIME = "spark.scheduler.maxRegisteredResourcesWaitingTime";

    /** Spark's default for Kubernetes. */
    private static final double DEFAULT_RATIO = 0.8;

    /** Spark's default of {@link #INSTANCES} for Kubernetes. */
    private static final int DEFAULT_EXECUTORS = 2;

    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|min|h|d)?");

    private RawConf() {}

    static ExecutorPlan executors(Map<String, String> conf) {
        if (!Boolean.parseBoolean(conf.get(DYNAMIC))) {
            return ExecutorPlan.of(number(conf, INSTANCES).filter(n -> n > 0).orElse(DEFAULT_EXECUTORS));
        }
        int min = number(conf, DYNAMIC_MIN).orElse(0);
        int max = number(conf, DYNAMIC_MAX).filter(n -> n > 0).orElse(Integer.MAX_VALUE);
        var plan = ExecutorPlan.dynamic(min, max);
        return number(conf, DYNAMIC_INITIAL)
                .or(() -> number(conf, INSTANCES))
                .map(plan::initial)
                .orElse(plan);
    }

    static Optional<Integer> maxExecutorFailures(Map<String, String> conf) {
        return number(conf, MAX_FAILURES);
    }

    static Optional<Duration> startTimeout(Map<String, String> conf) {
        return Optional.ofNullable(conf.get(WAITING_TIME)).flatMap(RawConf::time);
    }

    static double registeredRatio(Map<String, String> conf) {
        return Optional.ofNullable(conf.get(RATIO)).flatMap(RawConf::ratio).orElse(DEFAULT_RATIO);
    }

    /** A whole number that is not negative. */
    public static Optional<Integer> number(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    /** A number from 0 to 1. */
    public static Optional<Double> ratio(String text) {
        return text.matches("0|1|1\\.0*|0?\\.\\d{1,9}") ? Optional.of(Double.parseDouble(text)) : Optional.empty();
    }

    /** Spark's time strings; without unit they are milliseconds here. */
    public static Optional<Duration> time(String text) {
        var time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(time.group(1));
        var unit = time.group(2) == null ? "ms" : time.group(2);
        return Optional.of(
                switch (unit) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "h" -> Duration.ofHours(amount);
                    case "d" -> Duration.ofDays(amount);
                    default -> Duration.ofMinutes(amount);
                });
    }

    private static Optional<Integer> number(Map<String, String> conf, String key) {
        return Optional.ofNullable(conf.get(key)).flatMap(RawConf::number);
    }
}
