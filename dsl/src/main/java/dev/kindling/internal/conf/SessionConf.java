package dev.kindling.internal.conf;

import dev.kindling.internal.plan.SessionPlan;
import dev.kindling.run.Setting;
import dev.kindling.run.Settings;
import java.util.ArrayList;
import java.util.List;

/** From a plan, and what the verb found out, to Spark settings. */
public final class SessionConf {
    private SessionConf() {}

    /** As far as known without a target. */
    public static Settings of(SessionPlan plan) {
        return Settings.of(List.of(
                new Setting("spark.app.name", plan.workload().name(), Setting.Origin.YOU, "Spark.session(name)")));
    }

    /** All that Spark is given. */
    public static Settings of(SessionPlan plan, SessionFacts facts) {
        var all = new ArrayList<Setting>();
        of(plan).forEach(all::add);
        return Settings.of(all);
    }
}
