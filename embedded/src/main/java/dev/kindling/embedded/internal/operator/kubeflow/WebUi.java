package dev.kindling.embedded.internal.operator.kubeflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.operator.work.Json;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.internal.driver.Role;
import org.apache.commons.codec.digest.DigestUtils;

/** The service in front of a driver's UI, which Kubeflow makes for each application. */
final class WebUi {

    private static final int PORT = 4040;
    private static final int NAME_LENGTH = 63;
    private static final String SUFFIX = "-ui-svc";

    private final ObjectStore store;

    WebUi(ObjectStore store) {
        this.store = store;
    }

    /** Makes the service where it is missing, and notes it in the status. */
    ApplicationStatus expose(Application application, ApplicationStatus status) {
        var name = serviceName(application.name());
        var service = store.get(ResourceTypes.SERVICES, application.namespace(), name)
                .orElseGet(() -> store.create(ResourceTypes.SERVICES, service(application, status, name)));
        var port = service.at("/spec/ports/0/port").asInt();
        // No addresses are given to services here: the name is what pods and port-forwards reach it by.
        return status.ui(name, port, service.at("/spec/clusterIP").asText(name) + ":" + port);
    }

    private static ObjectNode service(Application application, ApplicationStatus status, String name) {
        var options = application.spec().path("sparkUIOptions");
        var service = JsonNodeFactory.instance.objectNode();
        var metadata = service.withObject("/metadata");
        metadata.put("name", name).put("namespace", application.namespace());
        metadata.set("labels", labels(application, status, options));
        if (options.path("serviceAnnotations").isObject()) {
            metadata.set("annotations", options.path("serviceAnnotations"));
        }
        metadata.putArray("ownerReferences").add(Json.write(application.owner()));
        var spec = service.withObject("/spec");
        spec.put("type", options.path("serviceType").asText("ClusterIP"));
        spec.withObject("/selector").put(Labels.APPLICATION, application.name()).put(Labels.ROLE, Role.DRIVER.text);
        spec.withArray("ports")
                .addObject()
                .put("name", options.path("servicePortName").asText("spark-driver-ui-port"))
                .put("port", port(application, options))
                .put("targetPort", targetPort(application));
        return service;
    }

    private static JsonNode labels(Application application, ApplicationStatus status, JsonNode options) {
        if (!options.path("serviceLabels").isEmpty()) {
            return options.path("serviceLabels");
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put(Labels.APPLICATION, application.name())
                .put(Labels.SUBMISSION, status.submissionId());
    }

    private static int port(Application application, JsonNode options) {
        return options.isObject() ? options.path("servicePort").asInt(PORT) : targetPort(application);
    }

    private static int targetPort(Application application) {
        return application.spec().path("sparkConf").path("spark.ui.port").asInt(PORT);
    }

    /** Too long a name is cut and told apart by a hash of the whole. */
    static String serviceName(String application) {
        var whole = application + SUFFIX;
        if (whole.length() <= NAME_LENGTH) {
            return whole;
        }
        return application.substring(0, NAME_LENGTH - SUFFIX.length() - 9) + "-"
                + DigestUtils.md5Hex(whole).substring(0, 8) + SUFFIX;
    }
}
