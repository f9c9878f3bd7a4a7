package dev.kindling.internal.ui;

import dev.kindling.diagnosis.Explanation;
import dev.kindling.diagnosis.UiUnavailableException;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether ports may be forwarded. The server says so only in a handshake that the browser never hears of; and over a
 * WebSocket it asks for both rights, where older clients needed the second alone.
 */
final class ForwardRights {

    private ForwardRights() {}

    static void check(KubernetesClient client, String namespace, String application) {
        List<String> missing = Stream.of("get", "create")
                .filter(verb -> isRefused(client, namespace, verb))
                .toList();
        if (!missing.isEmpty()) {
            throw new UiUnavailableException(
                    new Explanation(
                            "show the Spark UI of application \"" + application + "\"",
                            "this user may not " + String.join(" and ", missing) + " pods/portforward in namespace \""
                                    + namespace + "\"",
                            "the UI is reached through the API server, over a WebSocket",
                            "have a Role granted with verbs [get, create] on pods/portforward in that namespace"),
                    null);
        }
    }

    /** False where the server can't be asked: what is forbidden shows when it is done. */
    private static boolean isRefused(KubernetesClient client, String namespace, String verb) {
        try {
            var answer = client.authorization()
                    .v1()
                    .selfSubjectAccessReview()
                    .create(question(namespace, verb))
                    .getStatus();
            return answer != null && !Boolean.TRUE.equals(answer.getAllowed());
        } catch (KubernetesClientException e) {
            return false;
        }
    }

    private static SelfSubjectAccessReview question(String namespace, String verb) {
        return new SelfSubjectAccessReviewBuilder()
                .withNewSpec()
                .withNewResourceAttributes()
                .withNamespace(namespace)
                .withVerb(verb)
                .withResource("pods")
                .withSubresource("portforward")
                .endResourceAttributes()
                .endSpec()
                .build();
    }
}
