package dev.kindling.embedded.internal.operator.apache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.operator.driver.Drivers;
import dev.kindling.embedded.internal.operator.work.Json;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.internal.driver.DriverRequest;
import dev.kindling.internal.driver.Role;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests the driver of an attempt, and says what the state is afterwards. */
final class Submission {

    private static final Logger LOG = LoggerFactory.getLogger(Submission.class);

    private final ObjectStore store;
    private final Drivers drivers;
    private final String apiServer;

    Submission(ObjectStore store, String apiServer) {
        this.store = store;
        this.drivers = new Drivers(store);
        this.apiServer = apiServer;
    }

    AppState submit(Application application, Attempt attempt, Instant now) {
        try {
            configMaps(application);
            drivers.submit(request(application, attempt));
            return AppState.of(Summary.DriverRequested, now, "Requested driver from resource scheduler.");
        } catch (Exception e) { // Spark's builder throws checked exceptions that it doesn't declare
            LOG.debug("SparkApplication {}/{} not submitted", application.namespace(), application.name(), e);
            return AppState.of(
                    Summary.SchedulingFailure,
                    now,
                    "Failed to request driver from scheduler backend. StackTrace: " + stackTrace(e));
        }
    }

    boolean isBuildable(Application application, Attempt attempt) {
        try {
            drivers.check(request(application, attempt));
            return true;
        } catch (Exception e) { // as above
            return false;
        }
    }

    /** For an application that was deleted while its driver was requested. */
    void undo(Application application, Attempt attempt) {
        drivers.undo(application.namespace(), driverPod(application, attempt), application.uid());
    }

    static String driverPod(Application application, Attempt attempt) {
        var named = application.conf("spark.kubernetes.driver.pod.name");
        return named.isEmpty() ? application.id(attempt) + "-driver" : named;
    }

    private DriverRequest request(Application application, Attempt attempt) {
        var id = application.id(attempt);
        return new DriverRequest(
                        application.namespace(),
                        List.of(application.owner()),
                        id,
                        id,
                        Settings.of(application, id, apiServer),
                        Program.of(application.spec()),
                        templates(application.spec()))
                .resourcePrefix(id);
    }

    private static Map<Role, JsonNode> templates(JsonNode spec) {
        var templates = new EnumMap<Role, JsonNode>(Role.class);
        for (var role : Role.values()) {
            if (spec.path(role.text + "Spec").get("podTemplateSpec") instanceof ObjectNode template) {
                templates.put(role, template.deepCopy().put("apiVersion", "v1").put("kind", "Pod"));
            }
        }
        return templates;
    }

    /** Those that the application brings; they stay as long as it does, so that the next attempt finds them. */
    private void configMaps(Application application) {
        for (var wanted : application.spec().path("configMapSpecs")) {
            var name = wanted.path("name").asText();
            var map = JsonNodeFactory.instance.objectNode();
            var metadata = Meta.of(map).put("name", name).put("namespace", application.namespace());
            copy(wanted, "labels", metadata);
            copy(wanted, "annotations", metadata);
            copy(wanted, "data", map);
            metadata.withArray("ownerReferences").add(Json.write(application.owner()));
            if (store.get(ResourceTypes.CONFIG_MAPS, application.namespace(), name)
                    .isEmpty()) {
                store.create(ResourceTypes.CONFIG_MAPS, map);
            }
        }
    }

    private static void copy(JsonNode from, String field, ObjectNode to) {
        if (from.path(field).isObject()) {
            to.set(field, from.path(field));
        }
    }

    private static String stackTrace(Throwable e) {
        var text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
