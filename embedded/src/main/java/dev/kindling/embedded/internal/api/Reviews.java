package dev.kindling.embedded.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.ResourceType;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;

/** "What may I do, who am I": the one token may do everything, and is told so. Nothing of this is stored. */
final class Reviews {
    private static final String AUTHORIZATION = "authorization.k8s.io";
    private static final ResourceType ACCESS = ResourceType.of(
                    AUTHORIZATION, "v1", "selfsubjectaccessreviews", "SelfSubjectAccessReview")
            .clusterScoped();
    private static final ResourceType RULES = ResourceType.of(
                    AUTHORIZATION, "v1", "selfsubjectrulesreviews", "SelfSubjectRulesReview")
            .clusterScoped();
    private static final ResourceType WHO = ResourceType.of(
                    "authentication.k8s.io", "v1", "selfsubjectreviews", "SelfSubjectReview")
            .clusterScoped();

    private Reviews() {}

    /** For discovery: they can be created and nothing else. */
    static List<ResourceType> types() {
        return List.of(ACCESS, RULES, WHO);
    }

    static Optional<ResourceType> at(String path) {
        return types().stream()
                .filter(type -> path.equals("/apis/" + type.apiVersion() + "/" + type.plural()))
                .findFirst();
    }

    /** The question does not matter, so it may even be in the binary form that kubectl asks in. */
    static Answer answer(ResourceType type, Buffer body) {
        ObjectNode review = Json.isJson(body) ? Json.readObject(body) : Json.object(type.apiVersion(), type.kind());
        review.put("apiVersion", type.apiVersion()).put("kind", type.kind());
        ObjectNode status = review.putObject("status");
        if (type.equals(ACCESS)) {
            status.put("allowed", true);
        } else if (type.equals(RULES)) {
            ObjectNode rule = status.putArray("resourceRules").addObject();
            List.of("verbs", "apiGroups", "resources")
                    .forEach(field -> rule.putArray(field).add("*"));
            ObjectNode paths = status.putArray("nonResourceRules").addObject();
            List.of("verbs", "nonResourceURLs")
                    .forEach(field -> paths.putArray(field).add("*"));
            status.put("incomplete", false);
        } else {
            ObjectNode user = status.putObject("userInfo").put("username", "kindling");
            user.putArray("groups").add("system:masters").add("system:authenticated");
        }
        return Answer.created(review);
    }
}
