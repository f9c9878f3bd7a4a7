package dev.kindling.internal.rights;

import dev.kindling.internal.conf.StaticKeys;
import dev.kindling.internal.plan.SessionPlan;
import dev.kindling.internal.rights.Need.Weight;
import java.util.ArrayList;
import java.util.List;

/** What a session's driver, which is this JVM, asks of the API server. Seen in the audit log of sessions. */
public final class SessionNeeds {

    private static final Need PODS = Need.vital(
            "Executors are pods: made, followed until they are there, read while they run, removed at the end."
                    + " `delete` is for those that fail or that dynamic allocation gives back.",
            "",
            List.of("pods"),
            "create",
            "list",
            "watch",
            "delete",
            "deletecollection");

    private static final Need CONFIG_MAPS = Need.vital(
            "Spark hands its settings to executors in a config map.",
            "",
            List.of("configmaps"),
            "create",
            "deletecollection");

    private static final Need SECRETS = Need.vital(
            "The key with which driver and executors know each other: made and removed, never read. Not needed with"
                    + " .encryption(false).",
            "",
            List.of("secrets"),
            "create",
            "delete");

    private static final Need STORE_KEYS = Need.vital(
            "Keys of an object store that the spec holds itself: made and removed, never read. Not needed with"
                    + " S3Credentials.secret(..).",
            "",
            List.of("secrets"),
            "create",
            "delete");

    private static final Need LOGS = Need.useful(
            "Why executors fail is in their logs only. Without it an error has the exit code and no log.",
            "",
            List.of("pods/log"),
            "get");

    private static final List<Need> IN_A_POD = List.of(
            Need.inAPod("A driver in a pod finds its own pod, the executors' owner.", List.of("pods"), "get"),
            Need.inAPod("A driver in a pod looks for claims to use again.", List.of("persistentvolumeclaims"), "list"));

    private SessionNeeds() {}

    /** Those of this session. */
    public static List<Need> of(SessionPlan session) {
        var plan = session.workload();
        var needs = new ArrayList<>(List.of(PODS, CONFIG_MAPS));
        if (plan.encryption()) {
            needs.add(SECRETS);
        }
        StaticKeys.data(plan.s3()).ifPresent(any -> needs.add(STORE_KEYS));
        needs.add(LOGS);
        needs.addAll(ForwardNeeds.here(plan, Weight.VITAL));
        needs.addAll(ExecutorNeeds.of(plan));
        needs.addAll(IN_A_POD);
        return needs;
    }
}
