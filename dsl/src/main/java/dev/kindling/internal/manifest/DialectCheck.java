package dev.kindling.internal.manifest;

import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.diagnosis.Problem;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.Lifecycle;
import dev.kindling.target.Operator;
import dev.kindling.value.DriverPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a checked application says and a custom resource cannot: an error with a name, never left out silently. */
final class DialectCheck {
    private DialectCheck() {}

    static void check(ApplicationPlan plan, Operator operator) {
        var problems = new ArrayList<Problem>();
        var needed = plan.workload().dependencies();
        Stream.of(
                        plan.program().mainFile().stream(),
                        plan.program().pyFiles().stream(),
                        needed.jars().stream(),
                        needed.files().stream())
                .flatMap(all -> all)
                .filter(DialectCheck::isOnThisMachine)
                .forEach(file -> problems.add(new Problem(
                        ".jar(..), .python(..) or .file(..)",
                        file,
                        "is a file of this machine, which no pod can read",
                        "\"local:///app/" + file.replaceAll(".*[/\\\\]", "") + "\" for a path in the image")));
        if (operator instanceof Operator.Kubeflow) {
            Stream.of(needed.jars(), needed.files(), plan.program().pyFiles())
                    .flatMap(List::stream)
                    .filter(uri -> uri.matches("(s3|s3a|gs|hdfs|abfss?)://.*"))
                    .forEach(uri -> problems.add(new Problem(
                            ".jar(..) or .file(..)",
                            uri,
                            "would be opened by the Kubeflow operator itself, which cannot read it",
                            "\"local:///app/x.jar\" in the image, or Operator.apache()")));
        }
        if (operator instanceof Operator.Apache) {
            apache(plan.lifecycle(), problems);
        }
        if (operator instanceof Operator.None) {
            NoOperatorCheck.check(plan.lifecycle(), problems);
        }
        address(plan.workload().driver(), problems);
        if (!problems.isEmpty()) {
            throw new InvalidSpecException(plan.workload().name(), problems);
        }
    }

    /** Version 1.0.0 knows no {@code suspend}, and Kueue works by it. */
    private static void apache(Lifecycle lifecycle, List<Problem> problems) {
        if (lifecycle.suspended()) {
            problems.add(new Problem(
                    ".suspended()",
                    "true",
                    "cannot be said to the Apache operator 1.0.0, which knows no suspended application",
                    "Operator.kubeflow(), or submit it when it shall start"));
        }
        lifecycle
                .kueueQueue()
                .ifPresent(queue -> problems.add(new Problem(
                        ".kueue(..)",
                        queue,
                        "cannot be said to the Apache operator 1.0.0: Kueue admits an application by resuming it",
                        ".label(\"" + Manifests.KUEUE_QUEUE + "\", \"" + queue + "\") for Kueue's plain pods")));
    }

    private static void address(DriverPlan driver, List<Problem> problems) {
        if (!driver.address().equals(DriverPlan.defaults().address())) {
            problems.add(new Problem(
                    ".driver(..) host, bindAddress or port",
                    driver.address().toString(),
                    "cannot be chosen: an application's driver is a pod, and the operator makes its service",
                    ".driver(DriverPlan.defaults()) without them"));
        }
    }

    private static boolean isOnThisMachine(String location) {
        return location.startsWith("file:") || !location.matches("[a-z][a-z0-9+.-]+:.*");
    }
}
