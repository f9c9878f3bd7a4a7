package dev.kindling.internal.rights;

import dev.kindling.internal.conf.MountedRpcSecret;
import dev.kindling.internal.conf.StaticKeys;
import dev.kindling.internal.operator.Dialect;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.rights.Need.Weight;
import dev.kindling.target.Operator;
import java.util.ArrayList;
import java.util.List;

/** What is asked of the API server by whoever submits an application and works with its handle. */
public final class SubmitterNeeds {

    private static final Need SECRETS = Need.vital(
            "The key with which driver and executors know each other: made, never read, and gone with the application. Not"
                    + " needed with .encryption(false).",
            "",
            List.of("secrets"),
            "create");

    private static final List<Need> STORE_KEYS = List.of(
            Need.vital(
                    "Keys of an object store that the spec holds itself: made, never read, and gone with the application. Not"
                            + " needed with S3Credentials.secret(..).",
                    "",
                    List.of("secrets"),
                    "create"),
            Need.useful(
                    "Runs with the same keys share that Secret, as run.restart() does: each is added to its owners.",
                    "",
                    List.of("secrets"),
                    "patch"));

    /** A session's account and that of who makes drivers' pods have these for other reasons. */
    private static final Need STORE_FROM_PODS = Need.aside(
            "Spark.store(s3).checkFromPods(cluster, bucket): a pod asks the store, and is removed. No run needs it.",
            List.of("pods"),
            "create",
            "list",
            "watch",
            "delete");

    private static final List<Need> TO_LOOK = List.of(
            Need.useful("run.logs(): why a run failed.", "", List.of("pods/log"), "get"),
            Need.useful("run.events() and run.diagnose()", "", List.of("events"), "list"),
            Need.useful(
                    "run.ui(): over a WebSocket the API server asks for both.",
                    "",
                    List.of("pods/portforward"),
                    "get",
                    "create"));

    private SubmitterNeeds() {}

    /** Those of this application. */
    public static List<Need> of(ApplicationPlan plan, Operator operator) {
        var needs = new ArrayList<Need>();
        if (operator instanceof Operator.None) {
            driver(needs);
        } else {
            resource(operator, needs);
        }
        secrets(plan, needs);
        needs.addAll(ForwardNeeds.here(plan.workload(), forward(plan)));
        needs.addAll(TO_LOOK);
        if (plan.workload().s3().isPresent() && !(operator instanceof Operator.None)) {
            needs.add(STORE_FROM_PODS);
        }
        return needs;
    }

    /** What a port-forward to the object store is: code is brought by it, or it shows a history. */
    public static Weight forward(ApplicationPlan plan) {
        return plan.code().store().isPresent() ? Weight.VITAL : Weight.USEFUL;
    }

    /** Those of a schedule; its runs are made by the operator. */
    public static List<Need> ofSchedule(ApplicationPlan plan) {
        var resource = Dialect.OF_SCHEDULES.resource();
        var needs = new ArrayList<>(List.of(
                Need.vital(
                        "A schedule is made and read.",
                        resource.getGroup(),
                        List.of(resource.getPlural()),
                        "create",
                        "get"),
                Need.useful(
                        "A schedule is listed, suspended, resumed and deleted.",
                        resource.getGroup(),
                        List.of(resource.getPlural()),
                        "list",
                        "patch",
                        "delete")));
        secrets(plan, needs);
        return needs;
    }

    private static void secrets(ApplicationPlan plan, List<Need> needs) {
        var workload = plan.workload();
        if (workload.encryption() && MountedRpcSecret.isWanted(workload.conf())) {
            needs.add(SECRETS);
        }
        StaticKeys.data(workload.s3()).ifPresent(any -> needs.addAll(STORE_KEYS));
    }

    private static void resource(Operator operator, List<Need> needs) {
        var dialect = Dialect.of(operator);
        var group = dialect.resource().getGroup();
        var applications = List.of(dialect.resource().getPlural());
        needs.add(Need.vital(
                "The application is made, for the " + dialect.product() + ", and followed.",
                group,
                applications,
                "create",
                "get",
                "list",
                "watch"));
        needs.add(Need.useful("run.cancel() and run.delete()", group, applications, "delete"));
        if (operator instanceof Operator.Kubeflow) {
            needs.add(Need.useful("run.suspend() and run.resume()", group, applications, "patch"));
        }
        needs.add(Need.useful(
                "Logs are followed from the start of each pod's container, and deleting waits until the pods are gone.",
                "",
                List.of("pods"),
                "list",
                "watch"));
    }

    private static void driver(List<Need> needs) {
        needs.add(Need.vital(
                "The driver's pod is made and followed, and its executors are looked at.",
                "",
                List.of("pods"),
                "create",
                "get",
                "list",
                "watch"));
        needs.add(Need.vital(
                "What the driver's pod needs; it is owned by the pod and goes with it.",
                "",
                List.of("services", "configmaps"),
                "create"));
        needs.add(Need.useful("run.cancel() and run.delete()", "", List.of("pods"), "delete"));
    }
}
