package dev.kindling.internal.check;

import dev.kindling.internal.conf.TypedConf;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.SchedulePlan;
import dev.kindling.internal.plan.SessionPlan;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.internal.text.Names;
import java.util.regex.Pattern;

/** Checks a whole plan and reports everything at once. Pure, but for looking whether local files are there. */
public final class SpecCheck {
    /**
     * The longest name: executors are called {@code <name>-<8 characters>-exec-<number>}, which is also their host name
     * of at most 63, and numbers of eight digits should fit.
     */
    public static final int LONGEST_NAME = 63 - "-12345678".length() - "-exec-".length() - "12345678".length();

    /** Services are named after it, and their names may not start with a digit. */
    private static final Pattern NAME = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");

    private SpecCheck() {}

    /** Throws with every problem of a session, wherever it is to run. */
    public static void session(SessionPlan plan) {
        check(plan.workload(), "Spark.session").refuseIfAny();
    }

    /** The same for a cluster, which has an image for specs that name none, or not. */
    public static void sessionOnCluster(SessionPlan plan, boolean targetHasImage) {
        var problems = check(plan.workload(), "Spark.session");
        if (!targetHasImage) {
            image(plan.workload(), problems);
        }
        problems.refuseIfAny();
    }

    /** Throws with every problem of an application. */
    public static void application(ApplicationPlan plan) {
        checkApplication(plan).refuseIfAny();
    }

    /** The same where it is to be written down, which needs an image. */
    public static void applicationWithImage(ApplicationPlan plan) {
        var problems = checkApplication(plan);
        image(plan.workload(), problems);
        problems.refuseIfAny();
    }

    /** Throws with every problem of something else that pods are made for, which needs an image. */
    public static void workloadWithImage(WorkloadPlan plan, String factory) {
        var problems = check(plan, factory);
        image(plan, problems);
        problems.refuseIfAny();
    }

    /** Throws with every problem of a schedule and its application. */
    public static void schedule(SchedulePlan plan) {
        checkSchedule(plan).refuseIfAny();
    }

    /** The same where it is to be written down, which needs an image. */
    public static void scheduleWithImage(SchedulePlan plan) {
        var problems = checkSchedule(plan);
        image(plan.application().workload(), problems);
        problems.refuseIfAny();
    }

    private static Problems checkSchedule(SchedulePlan plan) {
        var problems = new Problems(plan.name());
        ScheduleCheck.check(plan, problems);
        application(plan.application(), problems);
        return problems;
    }

    private static Problems checkApplication(ApplicationPlan plan) {
        var problems = new Problems(plan.workload().name());
        application(plan, problems);
        return problems;
    }

    private static void application(ApplicationPlan plan, Problems problems) {
        workload(plan.workload(), "Spark.application", true, problems);
        ProgramCheck.check(plan.program(), problems);
        CodeCheck.check(plan, problems);
        LifecycleCheck.check(plan.lifecycle(), problems);
        ServiceCheck.check(plan, problems);
    }

    private static Problems check(WorkloadPlan plan, String factory) {
        var problems = new Problems(plan.name());
        workload(plan, factory, false, problems);
        return problems;
    }

    private static void workload(WorkloadPlan plan, String factory, boolean driverIsPod, Problems problems) {
        name(plan.name(), factory, problems);
        ResourceCheck.check(plan, problems);
        PodCheck.check(plan, problems);
        DependencyCheck.check(plan.dependencies(), problems);
        RawConfCheck.check(plan, driverIsPod, problems);
    }

    private static void name(String name, String factory, Problems problems) {
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            var nearest = Names.nearestLabel(name.replaceFirst("^[^A-Za-z]+", ""), LONGEST_NAME, "my-job");
            problems.add(
                    factory + "(name)",
                    name,
                    "cannot be the start of pod names (lower case letters, digits and '-', first a letter, at most "
                            + LONGEST_NAME + " characters)",
                    factory + "(\"" + nearest + "\")");
        }
    }

    private static void image(WorkloadPlan plan, Problems problems) {
        if (plan.image().isEmpty() && !plan.conf().containsKey(TypedConf.IMAGE)) {
            problems.add(
                    ".image(..)",
                    "",
                    "is missing, and pods need one",
                    ".image(\"apache/spark:4.1.1\") with your registry's name");
        }
    }
}
