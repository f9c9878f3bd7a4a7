package dev.kindling.internal.check;

import dev.kindling.internal.conf.PodTemplates;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.value.EnvVariable;
import dev.kindling.value.PodMetadata;
import dev.kindling.value.PodPlan;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Environment, labels, volumes and template of pods, each role's with what holds for both. */
final class PodCheck {
    /** Spark leaves others out without a word. */
    private static final Pattern ENV = Pattern.compile("[-._a-zA-Z][-._a-zA-Z0-9]*");

    private static final String TEXT = "[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
    private static final Pattern LABEL_VALUE = Pattern.compile("(" + TEXT + ")?");
    private static final Pattern LABEL_KEY = Pattern.compile("([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?" + TEXT);

    /** Spark sets these, and ends the JVM if somebody else does. */
    static final Set<String> SPARKS_LABELS = Set.of(
            "spark-version",
            "spark-exec-id",
            "spark-app-selector",
            "spark-app-name",
            "spark-role",
            "spark-exec-resourceprofile-id");

    private final Problems problems;

    private PodCheck(Problems problems) {
        this.problems = problems;
    }

    static void check(WorkloadPlan plan, Problems problems) {
        var check = new PodCheck(problems);
        // What both pods say is reported once.
        check.metadata(plan.executorPod().metadata());
        if (!plan.driver().pod().metadata().equals(PodPlan.none().metadata())) {
            check.metadata(plan.driver().pod().metadata());
        }
        check.envNames(plan);
        check.pod(".executors(..pod(..))", plan.executorPod(), PodTemplates.EXECUTOR_CONTAINER);
        if (!plan.driver().pod().equals(PodPlan.none())) {
            check.pod(".driver(..pod(..))", plan.driverPod(), PodTemplates.DRIVER_CONTAINER);
        }
    }

    private void pod(String where, PodPlan pod, String container) {
        env(where, pod.env());
        new VolumeCheck(where, problems).check(pod.volumes());
        try {
            PodTemplates.of(pod, container);
        } catch (IllegalArgumentException e) {
            problems.add(
                    where + " template",
                    pod.template().file().map(Object::toString).orElse("a change"),
                    "is no pod that Spark can start from: " + e.getMessage(),
                    ".template(Path.of(\"pod.yaml\")) with one Pod in it");
        }
    }

    private void metadata(PodMetadata metadata) {
        metadata.labels().forEach((key, value) -> {
            if (SPARKS_LABELS.contains(key)) {
                problems.add(".label(..)", key, "is a label that Spark sets itself", ".label(\"my-" + key + "\", ..)");
            } else if (!LABEL_KEY.matcher(key).matches()
                    || !LABEL_VALUE.matcher(value).matches()) {
                problems.add(
                        ".label(..)",
                        key + "=" + value,
                        "is not a label of Kubernetes (letters, digits, '-', '_', '.', at most 63)",
                        ".label(\"team\", \"data\")");
            }
        });
        metadata.annotations().keySet().stream()
                .filter(key -> !LABEL_KEY.matcher(key).matches())
                .forEach(key -> problems.add(
                        ".annotation(..)",
                        key,
                        "is not an annotation key of Kubernetes",
                        ".annotation(\"team/x\", ..)"));
    }

    private void envNames(WorkloadPlan plan) {
        var names = new LinkedHashSet<String>();
        plan.executorPod().env().forEach(variable -> names.add(variable.name()));
        plan.driver().pod().env().forEach(variable -> names.add(variable.name()));
        names.stream()
                .filter(name -> !ENV.matcher(name).matches())
                .forEach(name -> problems.add(
                        ".env(..)",
                        name,
                        "is not a variable's name (letters, digits, '_', first no digit)",
                        ".env(\"MY_NAME\", ..)"));
    }

    private void env(String where, List<EnvVariable> variables) {
        var first = new HashMap<String, EnvVariable>();
        for (var variable : variables) {
            var before = first.putIfAbsent(variable.name(), variable);
            if (before != null) {
                problems.add(
                        where + " " + call(before) + " and " + call(variable),
                        variable.name(),
                        "is given by both",
                        "one of them, for example " + call(variable));
            }
        }
    }

    private static String call(EnvVariable variable) {
        if (variable.source() instanceof EnvVariable.Text) {
            return ".env(\"" + variable.name() + "\", ..)";
        }
        var kind = variable.source() instanceof EnvVariable.SecretKey ? ".secretEnv" : ".configMapEnv";
        return kind + "(\"" + variable.name() + "\", ..)";
    }
}
