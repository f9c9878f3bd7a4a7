package dev.kindling.internal.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.ClusterAccessException.Request;
import dev.kindling.internal.schema.ResourceKind;
import dev.kindling.internal.schema.Schemas;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The definitions that a cluster has, which may be newer than the shipped ones. Everybody who is logged in may read
 * them, unlike the definitions' own resources.
 */
public final class ClusterSchemas {
    private static final int NOT_FOUND = 404;

    private ClusterSchemas() {}

    /**
     * Asks for one kind; the shipped definition stands in for one that the cluster does not have.
     *
     * @throws ClusterAccessException if the cluster cannot be reached, or nobody is logged in
     */
    public static Schemas read(KubernetesCluster cluster, ResourceKind kind) {
        try (var client = ClusterClient.open(cluster)) {
            var path = "/openapi/v3/apis/" + kind.apiVersion();
            try {
                var found = definition(client.client().raw(path), kind);
                return Schemas.of(wanted -> found.filter(any -> wanted == kind));
            } catch (KubernetesClientException e) {
                if (e.getCode() == NOT_FOUND) {
                    return Schemas.shipped();
                }
                throw ClusterErrors.of(new Request("get", path, kind.kind(), ""), client.apiServer(), e);
            }
        }
    }

    /** Of a document of {@code /openapi/v3}; the client answers nothing where there is none. */
    static Optional<JsonNode> definition(@Nullable String document, ResourceKind kind) {
        try {
            var schemas = new ObjectMapper()
                    .readTree(document == null ? "" : document)
                    .at("/components/schemas");
            for (var schema : schemas) {
                for (var said : schema.path("x-kubernetes-group-version-kind")) {
                    if (said.path("kind").asText().equals(kind.kind())
                            && (said.path("group").asText() + "/"
                                            + said.path("version").asText())
                                    .equals(kind.apiVersion())) {
                        return Optional.of(schema);
                    }
                }
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("What /openapi/v3 answers for " + kind.apiVersion() + " is no JSON", e);
        }
    }
}
