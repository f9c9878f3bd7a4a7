package dev.kindling.internal.check;

import dev.kindling.image.SparkImage;
import dev.kindling.internal.conf.TypedConf;
import dev.kindling.internal.plan.RawConf;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.internal.text.Redaction;
import dev.kindling.run.Setting;
import dev.kindling.value.ExecutorCount;
import dev.kindling.value.Memory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Raw settings: none has its place elsewhere, contradicts a typed value, or is text that Spark cannot use. */
final class RawConfCheck {
    /** Counter mode works; Galois mode never resets its state between messages in 4.1.1 (SPARK-56227). */
    private static final Pattern GALOIS = Pattern.compile("(?i).*/GCM/.*");

    /** In a pod of its own no other program takes the port. */
    private static final String UI_PORT = "spark.ui.port";

    private static final String CIPHER = "spark.network.crypto.cipher";

    /** Keys that speak of the same thing as a typed value under another name. */
    private static final Map<String, String> ALIASES = Map.of(
            "spark.kubernetes.executor.container.image", TypedConf.IMAGE,
            "spark.kubernetes.driver.container.image", TypedConf.IMAGE);

    private static final Set<String> SIZES = Set.of("spark.executor.memory", "spark.driver.memory");
    private static final Set<String> COUNTS = Set.of(
            RawConf.INSTANCES, RawConf.DYNAMIC_MAX, RawConf.MAX_FAILURES, "spark.executor.cores", "spark.driver.cores");
    private static final Set<String> COUNTS_OR_ZERO = Set.of(RawConf.DYNAMIC_MIN, RawConf.DYNAMIC_INITIAL);

    private final WorkloadPlan plan;
    private final boolean driverIsPod;
    private final Problems problems;
    private final Map<String, Setting> typed = new LinkedHashMap<>();

    private RawConfCheck(WorkloadPlan plan, boolean driverIsPod, Problems problems) {
        this.plan = plan;
        this.driverIsPod = driverIsPod;
        this.problems = problems;
        Stream.concat(TypedConf.of(plan).stream(), TypedConf.ofDriver(plan).stream())
                .forEach(setting -> typed.put(setting.key(), setting));
    }

    static void check(WorkloadPlan plan, boolean driverIsPod, Problems problems) {
        if (!plan.conf().isEmpty()) {
            var check = new RawConfCheck(plan, driverIsPod, problems);
            plan.conf().forEach(check::one);
            check.limits();
            check.bounds();
        }
    }

    private void one(String key, String value) {
        var owned = OwnedKey.of(key).filter(any -> !(driverIsPod && key.equals(UI_PORT)));
        if (owned.isPresent()) {
            problems.addConf(key, value, owned.get().why(), owned.get().lineFor(Redaction.shown(key, value)));
        } else if (isMisspelt(key)) {
            problems.addConf(
                    key,
                    value,
                    "is no setting of Spark's, and makes the Kubeflow operator count wrong",
                    ".executors(ExecutorPlan.dynamic(1, 10))");
        } else if (!contradicts(key, value)) {
            text(key, value);
            RawPodConf.check(key, value, plan.conf(), problems);
        }
    }

    /** In small letters dynamic allocation is known to Kubeflow's webhook only. */
    private static boolean isMisspelt(String key) {
        return key.startsWith("spark.dynamicallocation.");
    }

    private boolean contradicts(String key, String value) {
        var said = typed.get(ALIASES.getOrDefault(key, key));
        if (said == null || said.value().equals(value)) {
            return false;
        }
        problems.add(
                ".conf(\"" + key + "\", ..) and " + said.why(),
                Redaction.shown(key, value) + " and " + said.shown(),
                "contradict each other",
                said.why() + " alone");
        return true;
    }

    private void text(String key, String value) {
        if (SIZES.contains(key)) {
            read(key, value, Memory::parse, ".memory(\"4g\")");
        } else if (key.endsWith("kubernetes.container.image") || ALIASES.containsKey(key)) {
            read(key, value, SparkImage::parse, ".image(\"apache/spark:4.1.1\")");
        } else if (COUNTS.contains(key)) {
            number(key, value, 1);
        } else if (COUNTS_OR_ZERO.contains(key)) {
            number(key, value, 0);
        } else if (key.equals(RawConf.RATIO) && RawConf.ratio(value).isEmpty()) {
            problems.addConf(key, value, "is not a number from 0 to 1", conf(key, "0.8"));
        } else if (key.equals(RawConf.WAITING_TIME) && RawConf.time(value).isEmpty()) {
            problems.addConf(key, value, "is not a time", ".startTimeout(Duration.ofMinutes(5))");
        } else if (key.equals(CIPHER) && GALOIS.matcher(value).matches()) {
            problems.addConf(
                    key,
                    value,
                    "hangs every executor in Spark 4.1.1: its handler is never reset (SPARK-56227)",
                    conf(key, "AES/CTR/NoPadding"));
        }
    }

    private void read(String key, String value, Function<String, Object> reader, String line) {
        try {
            reader.apply(value);
        } catch (IllegalArgumentException e) {
            problems.addConf(key, value, "cannot be read: " + e.getMessage(), line);
        }
    }

    private void number(String key, String value, int least) {
        Optional<Integer> number = RawConf.number(value).filter(n -> n >= least);
        if (number.isEmpty()) {
            problems.addConf(key, value, "is not a number from " + least + " on", conf(key, "2"));
        }
    }

    /** Spark's own limits are read as Kindling's: said twice, they must agree. */
    private void limits() {
        var raw = Optional.ofNullable(plan.conf().get(RawConf.MAX_FAILURES)).flatMap(RawConf::number);
        plan.limits()
                .maxExecutorFailures()
                .filter(n -> raw.isPresent() && !raw.get().equals(n))
                .ifPresent(n -> problems.add(
                        ".conf(\"" + RawConf.MAX_FAILURES + "\", ..) and .maxExecutorFailures(..)",
                        raw.get() + " and " + n,
                        "contradict each other",
                        ".maxExecutorFailures(" + n + ") alone"));
        var wait = Optional.ofNullable(plan.conf().get(RawConf.WAITING_TIME)).flatMap(RawConf::time);
        plan.limits()
                .startTimeout()
                .filter(time -> wait.isPresent() && !wait.get().equals(time))
                .ifPresent(time -> problems.add(
                        ".conf(\"" + RawConf.WAITING_TIME + "\", ..) and .startTimeout(..)",
                        wait.get() + " and " + time,
                        "contradict each other",
                        ".startTimeout(..) alone"));
    }

    private void bounds() {
        if (plan.roles().executors().isPresent()) {
            if (plan.executors().count() instanceof ExecutorCount.Dynamic
                    && plan.conf().containsKey(RawConf.INSTANCES)) {
                problems.add(
                        ".conf(\"" + RawConf.INSTANCES + "\", ..) and .executors(ExecutorPlan.dynamic(..))",
                        plan.conf().get(RawConf.INSTANCES),
                        "contradict each other",
                        ".executors(ExecutorPlan.dynamic(..).initial(n))");
            }
        } else if (plan.executors().count() instanceof ExecutorCount.Dynamic count && count.min() > count.max()) {
            problems.add(
                    ".conf(\"" + RawConf.DYNAMIC_MIN + "\", ..) and .conf(\"" + RawConf.DYNAMIC_MAX + "\", ..)",
                    count.min() + " and " + count.max(),
                    "have the lower bound above the upper one",
                    ".executors(ExecutorPlan.dynamic(" + count.max() + ", " + count.min() + "))");
        }
    }

    private static String conf(String key, String value) {
        return ".conf(\"" + key + "\", \"" + value + "\")";
    }
}
