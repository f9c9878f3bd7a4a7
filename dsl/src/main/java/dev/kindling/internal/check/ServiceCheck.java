package dev.kindling.internal.check;

import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.RawConf;
import dev.kindling.value.DriverPort;
import dev.kindling.value.ExecutorCount;
import dev.kindling.value.Monitoring;
import java.util.HashSet;

/** What the cluster does around an application, and how that fits with it. */
final class ServiceCheck {
    private static final String UI_PORT = "spark.ui.port";

    private ServiceCheck() {}

    static void check(ApplicationPlan plan, Problems problems) {
        var seen = new HashSet<Object>();
        for (var port : plan.services().ports()) {
            port(port, !seen.add(port.port()) || !seen.add(port.name()), problems);
            port.ingress()
                    .filter(ingress -> !seen.add(ingress.host() + ingress.path()))
                    .ifPresent(ingress -> problems.add(
                            ".expose(DriverPort.of(..).ingress(..))",
                            ingress.host() + ingress.path(),
                            "is the address of two ports",
                            "Ingress.at(\"" + ingress.host() + "/" + port.name() + "\")"));
        }
        kueue(plan, problems);
        uiPort(plan, problems);
    }

    /** Services and Prometheus are told Spark's own port. */
    private static void uiPort(ApplicationPlan plan, Problems problems) {
        var said = plan.workload().conf().get(UI_PORT);
        if (said == null) {
            return;
        }
        if (RawConf.number(said).filter(port -> port >= 1 && port <= 65_535).isEmpty()) {
            problems.addConf(UI_PORT, said, "is no port from 1 to 65535", ".conf(\"" + UI_PORT + "\", \"4050\")");
        } else if (!said.equals(String.valueOf(DriverPort.UI)) && isToldOthers(plan)) {
            problems.add(
                    ".conf(\"" + UI_PORT
                            + "\", ..) and .expose(DriverPort.ui()) or .monitoring(Monitoring.prometheus())",
                    said,
                    "contradict each other: they are told " + DriverPort.UI,
                    "one of them");
        }
    }

    private static boolean isToldOthers(ApplicationPlan plan) {
        return plan.services().ports().stream().anyMatch(DriverPort::isUi)
                || plan.services()
                        .monitoring()
                        .filter(monitoring -> !(monitoring.source() instanceof Monitoring.JmxExporter))
                        .isPresent();
    }

    private static void port(DriverPort port, boolean again, Problems problems) {
        if (again) {
            problems.add(
                    ".expose(..)",
                    port.name() + " " + port.port(),
                    "has the name or the number of another port",
                    ".expose(DriverPort.of(\"" + port.name() + "\", " + port.port() + ")) once");
        }
    }

    /** Kueue sets quota aside for a number of pods that it knows before they are made. */
    private static void kueue(ApplicationPlan plan, Problems problems) {
        if (plan.lifecycle().kueueQueue().isPresent()
                && plan.workload().executors().count() instanceof ExecutorCount.Dynamic dynamic) {
            problems.add(
                    ".kueue(..) and .executors(ExecutorPlan.dynamic(..))",
                    plan.lifecycle().kueueQueue().get() + " and " + dynamic.min() + " to " + dynamic.max(),
                    "contradict each other: Kueue admits a fixed number of pods",
                    ".executors(ExecutorPlan.of(" + Math.max(1, Math.min(dynamic.max(), dynamic.atStart())) + "))");
        }
    }
}
