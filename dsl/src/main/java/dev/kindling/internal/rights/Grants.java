package dev.kindling.internal.rights;

import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.SchedulePlan;
import dev.kindling.internal.plan.SessionPlan;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.internal.rights.Need.Weight;
import dev.kindling.target.Operator;
import dev.kindling.target.Rbac;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who has which needs. */
public final class Grants {

    private static final String DRIVER = "kindling-driver";

    private Grants() {}

    /** Of a session: its driver acts, its executors need nothing. */
    public static Rbac of(SessionPlan plan) {
        var session = grant(
                "kindling",
                "Who runs sessions: what a driver outside or inside of the cluster may do in one namespace. Inside: give its"
                        + " pod this serviceAccountName. Outside: a kubeconfig with a token of it (kubectl create token"
                        + " kindling -n NAMESPACE). Executors need no rights; they run as the namespace's service account"
                        + " `default`, or the one of cluster.serviceAccount(\"..\").",
                SessionNeeds.of(plan));
        return with(forwards("kindling", plan.workload(), Weight.VITAL), session);
    }

    /** Of an application: one submits, the driver makes executors. */
    public static Rbac of(ApplicationPlan plan, Operator operator) {
        var submitter = submitter(operator, SubmitterNeeds.of(plan, operator));
        var forwards = forwards(submitter.account(), plan.workload(), SubmitterNeeds.forward(plan));
        return with(forwards, submitter, driver(plan));
    }

    /** Of a schedule and its runs. */
    public static Rbac of(SchedulePlan plan) {
        var operator = Operator.kubeflow();
        return of(plan.application(), operator)
                .and(new Rbac(List.of(submitter(operator, SubmitterNeeds.ofSchedule(plan.application())))));
    }

    private static Rbac.Grant submitter(Operator operator, List<Need> needs) {
        var alone = operator instanceof Operator.None;
        return grant(
                alone ? "kindling-submitter" : "kindling-applications",
                alone
                        ? "Who submits applications without an operator: the driver's pod and what goes with it are made by"
                                + " them."
                        : "Who submits applications to an operator, follows them and deletes them.",
                needs);
    }

    private static Rbac.Grant driver(ApplicationPlan plan) {
        var account = plan.workload().driver().serviceAccount().orElse(DRIVER);
        return grant(
                account,
                "Who the drivers of applications are: cluster.serviceAccount(\"" + account + "\"). Where an operator's"
                        + " installation has made such an account (`spark`, say), that one does.",
                DriverNeeds.of(plan.workload()));
    }

    private static Rbac with(List<Rbac.Grant> forwards, Rbac.Grant... grants) {
        return new Rbac(Stream.concat(Stream.of(grants), forwards.stream()).toList());
    }

    /** A Service is often in a namespace of its own. */
    private static List<Rbac.Grant> forwards(String account, WorkloadPlan plan, Weight weight) {
        return ForwardNeeds.elsewhere(plan).stream()
                .map(namespace -> grant(
                                account,
                                "What account " + account + " may do in namespace " + namespace
                                        + ", to reach the object store there by a port-forward.",
                                ForwardNeeds.needs(weight))
                        .in(namespace))
                .toList();
    }

    private static Rbac.Grant grant(String account, String purpose, List<Need> needs) {
        return new Rbac.Grant(account, purpose, needs.stream().map(Need::rule).toList(), Optional.empty());
    }
}
