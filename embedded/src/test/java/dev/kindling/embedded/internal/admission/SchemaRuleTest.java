package dev.kindling.embedded.internal.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.embedded.internal.store.StatusException;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

/** The words are those of a cluster's API server. */
class SchemaRuleTest {

    private static final String GOOD = "spec: {runtimeVersions: {sparkVersion: 4.1.1}, jars: a}";
    private final ObjectStore store = new ObjectStore(new SchemaRule());

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(
                        () -> apache(
                                """
                        spec:
                          deploymentMode: X
                          jars: [a]
                          applicationTolerations: {restartConfig: {maxRestartAttempts: "3"}}
                        """))
                .isInstanceOfSatisfying(StatusException.class, refused -> assertThat(refused.code())
                        .isEqualTo(422))
                .hasMessageContaining("spec.runtimeVersions: Required value")
                .hasMessageContaining("spec.deploymentMode: Unsupported value: \"X\": supported values: \"ClientMode\","
                        + " \"ClusterMode\"")
                .hasMessageContaining(
                        "spec.jars: Invalid value: \"array\": spec.jars in body must be of type string:" + " \"array\"")
                .hasMessageContaining("spec.applicationTolerations.restartConfig.maxRestartAttempts in body must be of"
                        + " type integer: \"string\"");
    }

    @Test
    void numbersHaveTheirLimits() {
        assertThatThrownBy(() -> kubeflow("driver: {cores: 0}, monitoring: {exposeDriverMetrics: true,"
                        + " exposeExecutorMetrics: true, prometheus: {jmxExporterJar: a, port: 80}}"))
                .hasMessageContaining("spec.driver.cores: Invalid value: 0: spec.driver.cores in body should be greater"
                        + " than or equal to 1")
                .hasMessageContaining(
                        "spec.monitoring.prometheus.port in body should be greater than or equal to 1024");
    }

    @Test
    void unknownFieldsAreLeftOut() {
        var stored = apache(GOOD.replace("jars: a", "jars: a, bogus: 1"));

        assertThat(stored.path("spec").has("bogus")).isFalse();
        assertThat(stored.path("spec").has("jars")).isTrue();
    }

    @Test
    void kubeflowsPodTemplatesAreOpen() {
        var stored = kubeflow("driver: {template: {spec: {anything: 1}}}");

        assertThat(stored.at("/spec/driver/template/spec/anything").asInt()).isEqualTo(1);
    }

    @Test
    void unknownFieldsAreNamedToWhoIsStrict() {
        var object = read("spec: {bogus: 1, driver: {env: [{name: a, valu: b}]}}");
        object.put("apiVersion", "sparkoperator.k8s.io/v1beta2").put("kind", "SparkApplication");

        assertThat(SchemaRule.unknownFields(object)).containsExactly("spec.bogus", "spec.driver.env[0].valu");
    }

    @Test
    void aSpecThatStaysIsNotLookedAt() {
        apache(GOOD);
        var stored = store.update(ResourceTypes.APACHE_APPLICATIONS, "etl", "a", json -> {
            json.withObject("/status/currentState").put("anything", 1);
            return json;
        });

        assertThat(stored.at("/status/currentState/anything").asInt()).isEqualTo(1);
    }

    private ObjectNode apache(String spec) {
        return store.create(ResourceTypes.APACHE_APPLICATIONS, named(read(spec)));
    }

    private ObjectNode kubeflow(String fields) {
        var object = read("spec: {type: Java, sparkVersion: 4.1.1, mainApplicationFile: a, executor: {}, driver: {}}");
        object.withObject("/spec").setAll(read("---\n{" + fields + "}"));
        return store.create(ResourceTypes.KUBEFLOW_APPLICATIONS, named(object));
    }

    private static ObjectNode named(ObjectNode object) {
        object.withObject("/metadata").put("name", "a").put("namespace", "etl");
        return object;
    }

    private static ObjectNode read(String yaml) {
        return Serialization.unmarshal(yaml, ObjectNode.class);
    }
}
