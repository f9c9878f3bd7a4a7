package dev.kindling.internal.manifest;

import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.diagnosis.Problem;
import dev.kindling.internal.plan.ApplicationPlan;
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
        Stream.of(plan.mainFile().stream(), needed.jars().stream(), needed.files().stream())
                .flatMap(all -> all)
                .filter(DialectCheck::isOnThisMachine)
                .forEach(file -> problems.add(new Problem(
                        ".jar(..) or .file(..)",
                        file,
                        "is a file of this machine, which no pod can read",
                        "\"local:///app/" + file.replaceAll(".*[/\\\\]", "") + "\" for a path in the image")));
        if (operator instanceof Operator.Kubeflow) {
            Stream.concat(needed.jars().stream(), needed.files().stream())
                    .filter(uri -> uri.matches("(s3|s3a|gs|hdfs|abfss?)://.*"))
                    .forEach(uri -> problems.add(new Problem(
                            ".jar(..) or .file(..)",
                            uri,
                            "would be opened by the Kubeflow operator itself, which cannot read it",
                            "\"local:///app/x.jar\" in the image, or Operator.apache()")));
        }
        address(plan.workload().driver(), problems);
        if (!problems.isEmpty()) {
            throw new InvalidSpecException(plan.workload().name(), problems);
        }
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
