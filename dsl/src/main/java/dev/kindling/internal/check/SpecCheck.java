package dev.kindling.internal.check;

import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.diagnosis.Problem;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.SessionPlan;
import java.util.ArrayList;
import java.util.List;

/** Checks a whole plan. Pure, but for looking whether local files exist. */
public final class SpecCheck {
    private SpecCheck() {}

    /** Throws with every problem of a session. */
    public static void session(SessionPlan plan) {
        refuse(plan.workload().name(), new ArrayList<>());
    }

    /** The same, on a target that needs an image and has {@code targetImage} or not. */
    public static void sessionOnCluster(SessionPlan plan, boolean targetHasImage) {
        session(plan);
    }

    /** Throws with every problem of an application. */
    public static void application(ApplicationPlan plan) {
        refuse(plan.workload().name(), new ArrayList<>());
    }

    private static void refuse(String spec, List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidSpecException(spec, problems);
        }
    }
}
