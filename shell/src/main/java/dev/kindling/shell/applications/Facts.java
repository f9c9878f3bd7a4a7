package dev.kindling.shell.applications;

import dev.kindling.run.ApplicationEvent;
import dev.kindling.run.ApplicationState;
import dev.kindling.run.ListedApplication;
import dev.kindling.run.ListedSchedule;
import dev.kindling.run.ScheduleState;
import dev.kindling.run.StateChange;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.run.SubmittedSchedule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What is known of applications, for {@code -o yaml} and {@code -o json}: these keys are what scripts rely on. */
final class Facts {
    private Facts() {}

    static Map<String, Object> of(ListedApplication application) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("name", application.name());
        facts.put("namespace", application.namespace());
        facts.put("operator", OperatorName.of(application.operator()).toString());
        facts.putAll(of(application.state()));
        facts.put("attempts", application.attempts());
        facts.put("created", application.created().toString());
        facts.put("labels", new TreeMap<>(application.labels()));
        return facts;
    }

    static Map<String, Object> of(SubmittedApplication run) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("name", run.name());
        facts.put("namespace", run.namespace());
        facts.putAll(of(run.state()));
        facts.put("attempts", run.attempts());
        facts.put("states", run.states().stream().map(Facts::of).toList());
        return facts;
    }

    static Map<String, Object> of(ListedSchedule schedule) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("name", schedule.name());
        facts.put("namespace", schedule.namespace());
        facts.put("schedule", schedule.cron());
        facts.put("timeZone", schedule.timeZone());
        facts.putAll(of(schedule.state()));
        facts.put("created", schedule.created().toString());
        return facts;
    }

    static Map<String, Object> of(SubmittedSchedule schedule) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("name", schedule.name());
        facts.put("namespace", schedule.namespace());
        facts.putAll(of(schedule.state()));
        facts.put("runs", schedule.runs().stream().map(Facts::of).toList());
        return facts;
    }

    private static Map<String, Object> of(ScheduleState state) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("state", state.name());
        facts.put("reason", state.reason());
        facts.put("suspended", state.suspended());
        state.lastRun().ifPresent(last -> facts.put("lastRun", last.toString()));
        state.nextRun().ifPresent(next -> facts.put("nextRun", next.toString()));
        return facts;
    }

    static Map<String, Object> of(ApplicationEvent event) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("time", event.time().toString());
        facts.put("type", type(event));
        facts.put("reason", event.reason());
        facts.put("object", event.object());
        facts.put("message", event.message());
        return facts;
    }

    /** In Kubernetes' own words. */
    static String type(ApplicationEvent event) {
        return event.isWarning() ? "Warning" : "Normal";
    }

    private static Map<String, Object> of(StateChange change) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("time", change.time().toString());
        facts.put("attempt", change.attempt());
        facts.putAll(of(change.state()));
        return facts;
    }

    private static Map<String, Object> of(ApplicationState state) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("state", state.name());
        facts.put("message", state.message());
        facts.put("ended", state.isFinal());
        return facts;
    }
}
