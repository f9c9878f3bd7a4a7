package dev.kindling.internal.manifest;

import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.diagnosis.Problem;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.internal.text.Redaction;
import dev.kindling.target.Operator;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.EnvVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a checked application says and a custom resource cannot: an error with a name, never left out silently. */
final class DialectCheck {
    /** Narrower than what is hidden when it is shown: a tokenizer's path is no secret. */
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(secret|secret[._]?key|access[._]?key|session[._]?token|passw(or)?d)");

    private static final Pattern URI = Pattern.compile("[a-z][a-z0-9+.-]+:.*");

    private DialectCheck() {}

    static void check(ApplicationPlan plan, Operator operator) {
        var problems = new ArrayList<Problem>();
        files(plan.program().mainFile().stream(), problems);
        files(plan.program().pyFiles().stream(), problems);
        workload(plan.workload(), problems);
        contradictions(plan, operator, problems);
        if (operator instanceof Operator.Kubeflow) {
            KubeflowCheck.check(plan, problems);
        } else if (operator instanceof Operator.Apache) {
            ApacheCheck.check(plan, problems);
        } else {
            NoOperatorCheck.check(plan, problems);
        }
        if (!problems.isEmpty()) {
            throw new InvalidSpecException(plan.workload().name(), problems);
        }
    }

    /** What holds for everything whose driver is a pod. */
    static void workload(WorkloadPlan plan, List<Problem> problems) {
        files(plan.dependencies().jars().stream(), problems);
        files(plan.dependencies().files().stream(), problems);
        address(plan.driver(), problems);
        secrets(plan, problems);
    }

    private static void files(Stream<String> files, List<Problem> problems) {
        files.filter(DialectCheck::isOnThisMachine)
                .forEach(file -> problems.add(new Problem(
                        ".jar(..), .python(..) or .file(..)",
                        file,
                        "is a file of this machine, which no pod can read",
                        "\"local:///app/" + file.replaceAll(".*[/\\\\]", "")
                                + "\" for a path in the image, or have it brought:"
                                + " .s3(..).codeIn(CodeStore.at(\"s3a://lake/code\"))")));
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

    /** Whoever may look at the resource or at a pod would read them. */
    private static void secrets(WorkloadPlan workload, List<Problem> problems) {
        workload.conf().keySet().stream()
                .filter(key -> SECRET.matcher(key).matches() && Redaction.isSecret(key))
                .forEach(key -> problems.add(new Problem(
                        ".conf(\"" + key + "\", ..)",
                        Redaction.HIDDEN,
                        "would stand in the resource for everyone to read",
                        key.contains("s3a")
                                ? ".s3(S3.minio(..).credentials(S3Credentials.secret(\"minio\")))"
                                : ".pods(PodPlan.none().secretEnv(\"MY_SECRET\", \"a-secret\", \"key\"))")));
        Stream.concat(workload.driverPod().env().stream(), workload.executorPod().env().stream())
                .filter(variable -> variable.source() instanceof EnvVariable.Text)
                .map(EnvVariable::name)
                .filter(name -> SECRET.matcher(name).matches())
                .distinct()
                .forEach(name -> problems.add(new Problem(
                        ".env(\"" + name + "\", ..)",
                        Redaction.HIDDEN,
                        "would stand in the resource for everyone to read",
                        ".pods(PodPlan.none().secretEnv(\"" + name + "\", \"a-secret\", \"key\"))")));
    }

    /** Raw settings win over what Kindling derives, so one that says otherwise would undo a typed value unseen. */
    private static void contradictions(ApplicationPlan plan, Operator operator, List<Problem> problems) {
        var derived = ServiceConf.of(plan, operator);
        if (derived.isEmpty()) {
            return;
        }
        var typed = ApplicationConf.typed(plan.workload());
        derived.forEach((key, value) -> Stream.of(plan.workload().conf(), typed)
                .filter(said -> said.containsKey(key) && !value.equals(said.get(key)))
                .findFirst()
                .ifPresent(said -> problems.add(new Problem(
                        key + " and .monitoring(..), .expose(..) or .scheduler(..)",
                        Redaction.shown(key, said.get(key)) + " and " + value,
                        "contradict each other",
                        "one of them"))));
    }

    private static boolean isOnThisMachine(String location) {
        return location.startsWith("file:") || !URI.matcher(location).matches();
    }
}
