package dev.kindling.internal.reading;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.internal.plan.Origin;
import dev.kindling.internal.plan.ScheduleOrigin;
import dev.kindling.internal.plan.SchedulePlan;
import dev.kindling.internal.schema.ResourceKind;
import dev.kindling.internal.schema.SparkResource;
import dev.kindling.internal.yaml.YamlText;
import dev.kindling.run.KeptField;
import dev.kindling.value.Concurrency;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From a schedule's resource to its plan; what its runs are is read as an application is. */
public final class ScheduleReader {
    private static final String TEMPLATE = "/spec/template";

    private ScheduleReader() {}

    /**
     * The schedule in a text.
     *
     * @throws dev.kindling.diagnosis.InvalidManifestException if there is none, or it says what the operator's definition
     *     does not allow, unknown fields aside
     */
    public static SchedulePlan read(YamlText text) {
        var read = SparkResource.in(text);
        var unknown = ManifestReader.unknown(
                read,
                List.of(ResourceKind.KUBEFLOW_SCHEDULE),
                "is no schedule",
                "kind: ScheduledSparkApplication, or Spark.readApplication(..) for an application");
        return plan((ObjectNode) read.document().root(), unknown);
    }

    private static SchedulePlan plan(ObjectNode resource, List<JsonPointer> unknown) {
        var asked = ManifestReader.asked(resource);
        var ofRuns = ofRuns(unknown);
        var ofSchedule = unknown.stream()
                .filter(field -> !field.toString().startsWith(TEMPLATE + "/"))
                .toList();
        var source = ManifestReader.source(asked, ofSchedule);
        source.field("spec").field("template").take();
        var name = source.field("metadata").field("name").text().orElse("");
        var application =
                ManifestReader.plan(ResourceKind.KUBEFLOW_APPLICATION, application(name, asked.at(TEMPLATE)), ofRuns);
        var spec = source.field("spec");
        var plan =
                fields(spec, SchedulePlan.of(name, spec.field("schedule").text().orElse(""), application));
        return plan.origin(Optional.of(new ScheduleOrigin(asked, plan, ManifestReader.kept(source, ofSchedule))));
    }

    /** What the operator makes of the template when it is time for a run. */
    private static ObjectNode application(String name, JsonNode template) {
        var application = JsonNodeFactory.instance
                .objectNode()
                .put("apiVersion", ResourceKind.KUBEFLOW_APPLICATION.apiVersion())
                .put("kind", ResourceKind.KUBEFLOW_APPLICATION.kind());
        application.putObject("metadata").put("name", name);
        application.set("spec", template);
        return application;
    }

    private static List<JsonPointer> ofRuns(List<JsonPointer> unknown) {
        return unknown.stream()
                .map(JsonPointer::toString)
                .filter(field -> field.startsWith(TEMPLATE + "/"))
                .map(field -> JsonPointer.compile("/spec" + field.substring(TEMPLATE.length())))
                .toList();
    }

    private static SchedulePlan fields(Source spec, SchedulePlan defaults) {
        var plan = zone(spec.field("timeZone"), defaults)
                .suspended(spec.field("suspend").take().asBoolean());
        var policy = spec.field("concurrencyPolicy");
        for (var known : Concurrency.values()) {
            if (policy.node().asText().equals(known.toString())) {
                policy.take();
                plan = plan.concurrency(known);
            }
        }
        return plan.keep(
                spec.field("successfulRunHistoryLimit").number().orElse(plan.keepSuccessful()),
                spec.field("failedRunHistoryLimit").number().orElse(plan.keepFailed()));
    }

    /** {@code Local} is the operator's, which nobody knows here: it stays as it is. */
    private static SchedulePlan zone(Source source, SchedulePlan plan) {
        try {
            var read = source.node().isTextual()
                    ? plan.timeZone(ZoneId.of(source.node().asText()))
                    : plan;
            source.text();
            return read;
        } catch (DateTimeException e) {
            return plan;
        }
    }

    /** What neither schedule nor application says, in the order of the text. */
    public static List<KeptField> kept(SchedulePlan plan) {
        var places = new ArrayList<String>();
        plan.origin().map(ScheduleOrigin::kept).ifPresent(places::addAll);
        plan.application().origin().map(Origin::kept).orElse(List.of()).stream()
                .map(place -> TEMPLATE + place.substring("/spec".length()))
                .forEach(places::add);
        return plan.origin()
                .map(origin -> Converter.kept(origin.resource(), places))
                .orElse(List.of());
    }
}
