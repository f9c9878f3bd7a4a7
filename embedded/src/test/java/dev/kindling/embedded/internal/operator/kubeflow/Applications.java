package dev.kindling.embedded.internal.operator.kubeflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.operator.work.Json;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** Applications to test with, written as users write them. */
final class Applications {

    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    static final String NIGHTLY =
            """
            apiVersion: sparkoperator.k8s.io/v1beta2
            kind: SparkApplication
            metadata: {name: nightly, namespace: etl, uid: 1234-5678, labels: {team: census}}
            spec:
              type: Java
              mode: cluster
              sparkVersion: 4.1.1
              image: spark:4.1.1
              mainClass: x.Nightly
              mainApplicationFile: local:///app/etl.jar
              arguments: ["--day", "2026-11-23"]
              driver: {cores: 1, memory: 512m, serviceAccount: spark}
              executor: {cores: 2, memory: 1g, instances: 3}
            """;

    private Applications() {}

    static Application of(String yaml) {
        return new Application(Json.write(YAML.unmarshal(yaml, Object.class)));
    }

    /** The nightly application with further fields under {@code spec}, in YAML's flow style. */
    static Application nightly(String... fields) {
        var application = of(NIGHTLY);
        var spec = (ObjectNode) application.spec();
        for (var field : fields) {
            spec.setAll(Json.write(YAML.unmarshal("---\n{" + field + "}", Object.class)));
        }
        return application;
    }

    /** The nightly application with a status and further fields. */
    static Application at(ApplicationStatus status, String... fields) {
        var application = nightly(fields);
        ((ObjectNode) application.json()).set("status", status.json());
        return application;
    }
}
