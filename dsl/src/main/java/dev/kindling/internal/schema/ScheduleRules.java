package dev.kindling.internal.schema;

import static dev.kindling.internal.schema.SpecRules.NOTHING;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

/** Kubeflow's schedules: a wrong one is found out by the controller only, and that state stays even if it is mended. */
final class ScheduleRules {
    /** A run's name is the schedule's, '-' and 19 digits. */
    private static final int LONGEST_NAME = 63 - 20;

    static final List<Rule> ALL = List.of(
            SpecRules.name(LONGEST_NAME, "runs get 20 more"),
            ScheduleRules::schedule,
            (resource, found) -> KubeflowRules.spec(resource, resource.at("/spec/template"), "spec.template", found));

    private static final Pattern WORD =
            Pattern.compile("@(yearly|annually|monthly|weekly|daily|midnight|hourly)|@every \\d[\\w.]*");

    private static final String ITEM = "(\\*|\\?|\\d{1,2}|[A-Za-z]{3})(-(\\d{1,2}|[A-Za-z]{3}))?(/\\d{1,2})?";
    private static final Pattern FIELD = Pattern.compile(ITEM + "(," + ITEM + ")*");

    private ScheduleRules() {}

    private static void schedule(JsonNode resource, Findings found) {
        var spec = resource.path("spec");
        var cron = spec.path("schedule");
        if (cron.isTextual() && !isCron(cron.asText())) {
            found.error(
                    "spec.schedule",
                    cron,
                    "is no cron schedule (five fields, or @every 1h30m, @daily, ...)",
                    "schedule: \"0 3 * * *\"");
        }
        zone(spec.path("timeZone"), found);
        concurrency(spec.path("concurrencyPolicy"), found);
    }

    private static void concurrency(JsonNode concurrency, Findings found) {
        if (concurrency.isMissingNode()) {
            found.warning(
                    "spec.concurrencyPolicy",
                    NOTHING,
                    "is missing: then no second run starts as long as the first one's object is there",
                    "concurrencyPolicy: Forbid in spec");
        } else if (!concurrency.asText().matches("Allow|Forbid|Replace")) {
            found.error(
                    "spec.concurrencyPolicy",
                    concurrency,
                    "is none of Allow, Forbid, Replace",
                    "concurrencyPolicy: "
                            + Nearest.of(concurrency.asText(), List.of("Allow", "Forbid", "Replace"))
                                    .orElse("Forbid"));
        }
    }

    private static void zone(JsonNode zone, Findings found) {
        if (!zone.isTextual() || zone.asText().equals("Local") || zone.asText().isEmpty()) {
            return;
        }
        try {
            ZoneId.of(zone.asText());
        } catch (DateTimeException e) {
            found.error(
                    "spec.timeZone",
                    zone,
                    "is no time zone",
                    "timeZone: "
                            + Nearest.of(zone.asText(), ZoneId.getAvailableZoneIds())
                                    .orElse("Europe/Berlin"));
        }
    }

    private static boolean isCron(String text) {
        var schedule = text.replaceFirst("^(CRON_)?TZ=\\S+\\s+", "").trim();
        var fields = schedule.split("\\s+");
        return WORD.matcher(schedule).matches()
                || fields.length == 5
                        && List.of(fields).stream()
                                .allMatch(field -> FIELD.matcher(field).matches());
    }
}
