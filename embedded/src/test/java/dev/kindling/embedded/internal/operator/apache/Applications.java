package dev.kindling.embedded.internal.operator.apache;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.operator.work.Json;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** Applications to test with, written as users write them. */
final class Applications {

    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    private static final String NIGHTLY =
            """
            apiVersion: spark.apache.org/v1
            kind: SparkApplication
            metadata: {name: nightly, namespace: etl, uid: 1234-5678, finalizers: [sparkapplications.spark.apache.org/finalizer]}
            spec:
              mainClass: x.Nightly
              jars: local:///app/etl.jar
              driverArgs: ["--day", "2026-11-23"]
              runtimeVersions: {sparkVersion: 4.1.1}
              sparkConf:
                spark.kubernetes.container.image: "spark:{{SPARK_VERSION}}"
                spark.kubernetes.authenticate.driver.serviceAccountName: spark
                spark.executor.instances: "3"
            """;

    private Applications() {}

    /** The nightly application with further fields under {@code spec}, in YAML's flow style. */
    static Application nightly(String... fields) {
        var json = Json.write(YAML.unmarshal(NIGHTLY, Object.class));
        var spec = (ObjectNode) json.path("spec");
        for (var field : fields) {
            spec.setAll(Json.write(YAML.unmarshal("---\n{" + field + "}", Object.class)));
        }
        return new Application(json);
    }

    static Application tolerating(String tolerations) {
        return nightly("applicationTolerations: {" + tolerations + "}");
    }

    /** The nightly application while it is being deleted. */
    static Application deleted(String... fields) {
        var json = (ObjectNode) nightly(fields).json();
        json.withObject("/metadata").put("deletionTimestamp", "2026-11-23T10:00:00Z");
        return new Application(json);
    }
}
