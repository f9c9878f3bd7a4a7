package dev.kindling.internal.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.kindling.Spark;
import dev.kindling.diagnosis.ManifestProblem;
import dev.kindling.internal.schema.ResourceKind;
import dev.kindling.internal.schema.SampleFiles;
import dev.kindling.run.SparkManifest;
import dev.kindling.target.KubernetesCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ClusterSchemasTest {
    /** A definition that knows one field more, and little else. */
    private static final String NEWER =
            """
            {"components": {"schemas": {
              "other": {"x-kubernetes-group-version-kind": [{"group": "spark.apache.org", "version": "v1", "kind": "X"}]},
              "cluster": {
                "x-kubernetes-group-version-kind":
                  [{"group": "spark.apache.org", "version": "v1", "kind": "SparkCluster"}],
                "type": "object",
                "properties": {
                  "metadata": {"$ref": "#/components/schemas/elsewhere"},
                  "spec": {"type": "object", "properties": {"novelty": {"type": "integer", "minimum": 2}}}}}}}}
            """;

    @Test
    void aDefinitionIsFoundByItsKind() {
        assertThat(ClusterSchemas.definition(NEWER, ResourceKind.APACHE_CLUSTER))
                .isPresent();
        assertThat(ClusterSchemas.definition(NEWER, ResourceKind.APACHE_APPLICATION))
                .isEmpty();
        assertThat(ClusterSchemas.definition(null, ResourceKind.APACHE_CLUSTER)).isEmpty();
    }

    @Test
    void theClustersDefinitionIsAskedFor() throws IOException {
        var manifest = SparkManifest.parse(
                SampleFiles.text("cluster").replaceAll("(?s)spec:.*", "spec:\n  novelty: 1\n  workerSpec: {}\n"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/openapi/v3/apis/spark.apache.org/v1", exchange -> {
            var answer = NEWER.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            var cluster = KubernetesCluster.at(
                    "http://127.0.0.1:" + server.getAddress().getPort());

            assertThat(Spark.applications(cluster).problems(manifest))
                    .extracting(ManifestProblem::why)
                    .containsExactly("is less than 2", "is a field that the definition does not know");
        } finally {
            server.stop(0);
        }
    }
}
