package dev.kindling.internal.application;

import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.ClusterAccessException.Answer;
import dev.kindling.diagnosis.ClusterAccessException.Request;
import dev.kindling.internal.kubernetes.ClusterErrors;
import dev.kindling.internal.operator.Dialect;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.URI;
import java.util.Optional;

/** The refusals that mean something special for someone who runs an application; all others mean what they always do. */
final class ApplicationErrors {

    private ApplicationErrors() {}

    static ClusterAccessException of(KubernetesClientException e, Request request, ApplicationApi api) {
        var objectIsMissing = said(e).contains("\" not found");
        if (e.getCode() == 404 && !objectIsMissing) {
            var hint = OperatorSearch.in(api.connection().client()).hint(api.dialect());
            return new ClusterAccessException(request, new Answer(e.getCode(), said(e)), hint, e);
        }
        return of(e, request, api.connection().apiServer(), api.dialect());
    }

    static ClusterAccessException of(KubernetesClientException e, Request request, URI apiServer, Dialect dialect) {
        return hint(e, request, dialect)
                .map(hint -> new ClusterAccessException(request, new Answer(e.getCode(), said(e)), hint, e))
                .orElseGet(() -> ClusterErrors.of(request, apiServer, e));
    }

    private static Optional<String> hint(KubernetesClientException e, Request request, Dialect dialect) {
        return Optional.ofNullable(
                switch (e.getCode()) {
                    case 403 ->
                        "have a Role granted with create, get, list, watch, delete on " + dialect.resourceName()
                                + " and get, list, watch on pods and pods/log in namespace " + request.namespace();
                    case 409 -> dialect.whereNameIsTaken(request.name());
                    case 400, 422 ->
                        "correct what the server names; kubectl explain " + dialect.resourceName()
                                + " shows the fields";
                    default -> null;
                });
    }

    private static String said(KubernetesClientException e) {
        return e.getStatus() == null || e.getStatus().getMessage() == null
                ? String.valueOf(e.getMessage())
                : e.getStatus().getMessage();
    }
}
