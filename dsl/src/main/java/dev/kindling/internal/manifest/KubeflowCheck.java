package dev.kindling.internal.manifest;

import dev.kindling.diagnosis.Problem;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.value.DriverPort;
import java.util.List;
import java.util.stream.Stream;

/** What Kubeflow's operator cannot do. */
final class KubeflowCheck {
    private KubeflowCheck() {}

    static void check(ApplicationPlan plan, List<Problem> problems) {
        var needed = plan.workload().dependencies();
        Stream.of(needed.jars(), needed.files(), plan.program().pyFiles())
                .flatMap(List::stream)
                .filter(uri -> uri.matches("(s3|s3a|gs|hdfs|abfss?)://.*"))
                .forEach(uri -> problems.add(new Problem(
                        ".jar(..), .file(..) or .pyFile(..)",
                        uri,
                        "would be opened by the Kubeflow operator itself, which cannot read it",
                        "\"local:///app/x.jar\" in the image, or Operator.apache()")));
        plan.workload()
                .limits()
                .startTimeout()
                .ifPresent(limit -> problems.add(new Problem(
                        ".startTimeout(..)",
                        limit.toString(),
                        "cannot be said to the Kubeflow operator, which waits for a driver for ever",
                        "run.await(Duration.ofMinutes(5)), or Operator.apache()")));
        ports(plan.services().ports(), problems);
    }

    private static void ports(List<DriverPort> ports, List<Problem> problems) {
        ports.stream()
                .filter(port -> !port.isUi() && port.ingress().isEmpty())
                .forEach(port -> problems.add(new Problem(
                        ".expose(DriverPort.of(..))",
                        port.name(),
                        "has no ingress, and the Kubeflow operator makes a service only with one",
                        ".ingress(Ingress.at(\"" + port.name() + ".example.org\"))")));
        var ingresses = ports.stream().flatMap(port -> port.ingress().stream()).toList();
        ingresses.stream()
                .flatMap(ingress -> ingress.className().stream())
                .forEach(name -> problems.add(new Problem(
                        "Ingress.at(..).className(..)",
                        name,
                        "cannot be said to the Kubeflow operator, which has one class for all of its ingresses",
                        "Ingress.at(..) without it")));
        if (ingresses.stream().map(ingress -> ingress.annotations()).distinct().count() > 1) {
            problems.add(new Problem(
                    "Ingress.at(..).annotation(..)",
                    ingresses.get(1).annotations().toString(),
                    "differs from another ingress, and the Kubeflow operator gives all the same annotations",
                    ".annotation(..) alike on each"));
        }
    }
}
