package dev.kindling.embedded.internal.operator.kubeflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.admission.AdmissionChain;
import dev.kindling.embedded.internal.operator.work.Json;
import dev.kindling.embedded.internal.store.DeleteOptions;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.embedded.internal.store.StatusException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each refusal has the words that a cluster with release 2.5.2 answered with. */
class WebhookTest {

    private final ObjectStore store =
            new ObjectStore(new AdmissionChain(List.of(new MutatingWebhook(), new ValidatingWebhook())));

    @Test
    void defaultsAreFilledIn() {
        var spec = create("restartPolicy: {type: OnFailure}", "driver: {}", "executor: {}", "type: null", "mode: null");

        assertThat(spec.path("type").asText()).isEqualTo("Scala");
        assertThat(spec.path("mode").asText()).isEqualTo("cluster");
        assertThat(spec.at("/restartPolicy/onFailureRetryInterval").asInt()).isEqualTo(5);
        assertThat(spec.at("/restartPolicy/onSubmissionFailureRetryInterval").asInt())
                .isEqualTo(5);
        assertThat(spec.at("/restartPolicy").has("onFailureRetries")).isFalse();
        assertThat(spec.path("driver").toString()).isEqualTo("{\"cores\":1,\"memory\":\"1g\"}");
        assertThat(spec.path("executor").toString()).isEqualTo("{\"cores\":1,\"memory\":\"1g\",\"instances\":1}");
    }

    /** Else the next writer would seem to ask for another spec. */
    @Test
    void whatIsFilledInIsAsIfItHadBeenRead() throws Exception {
        var spec = create("executor: {}", "dynamicAllocation: {enabled: true}");

        assertThat(new ObjectMapper().readTree(spec.toString())).isEqualTo(spec);
    }

    @Test
    void settingsOfSparkStandForFields() {
        var spec = create(
                "driver: {}",
                "executor: {}",
                "sparkConf: {spark.driver.memory: 2g, spark.executor.cores: '3', spark.executor.instances: '4'}");

        assertThat(spec.path("driver").has("memory")).isFalse();
        assertThat(spec.path("executor").has("cores")).isFalse();
        assertThat(spec.path("executor").has("instances")).isFalse();
    }

    @Test
    void dynamicAllocationIsOnlySeenInItsField() {
        var field = create("executor: {}", "dynamicAllocation: {enabled: true}");
        store.delete(ResourceTypes.KUBEFLOW_APPLICATIONS, "etl", "nightly", DeleteOptions.DEFAULT);
        var setting = create("executor: {}", "sparkConf: {spark.dynamicAllocation.enabled: 'true'}");

        assertThat(field.at("/dynamicAllocation/shuffleTrackingEnabled").asBoolean())
                .isTrue();
        assertThat(field.path("executor").has("instances")).isFalse();
        assertThat(setting.at("/executor/instances").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "driver: {nodeSelector: {a: b}}, nodeSelector: {a: b} | node selector cannot be defined at both SparkApplication and Driver/Executor",
                "driver: {template: {}}, sparkVersion: 2.4.8          | pod template feature requires Spark version 3.0.0 or higher",
                "sparkConf: {spark.master: x}                         | sparkConf key \"spark.master\" is not allowed: this value is managed by the operator",
                "sparkConf: {spark.kubernetes.container.image: x}     | sparkConf key \"spark.kubernetes.container.image\" is not allowed: use the image field on the CRD instead",
                "sparkConf: {spark.kubernetes.namespace: x}           | sparkConf key \"spark.kubernetes.namespace\" is not allowed: must equal the application namespace \"etl\", got \"x\"",
                "driverIngressOptions: [{servicePort: 1, ingressURLFormat: x}, {servicePort: 1, ingressURLFormat: y}] | DriverIngressOptions has duplicate ServicePort: 1",
                "driverIngressOptions: [{servicePort: 1}]             | DriverIngressOptions has empty IngressURLFormat",
                "driverIngressOptions: [{servicePort: 1, ingressURLFormat: x}, {servicePort: 2, ingressURLFormat: x}] | DriverIngressOptions has duplicate IngressURLFormat: x",
            })
    void refusalsHaveTheWordsOfTheRealOne(String field, String why) {
        assertThatThrownBy(() -> create(field))
                .isInstanceOfSatisfying(StatusException.class, refused -> assertThat(refused.code())
                        .isEqualTo(403))
                .hasMessage("admission webhook \"validate-sparkoperator-k8s-io-v1beta2-sparkapplication"
                        + ".sparkoperator.k8s.io\" denied the request: " + why);
    }

    @Test
    void namesAreLabels() {
        var dotted = (ObjectNode) Applications.nightly().json();
        dotted.withObject("/metadata").put("name", "d.dot");

        assertThatThrownBy(() -> store.create(ResourceTypes.KUBEFLOW_APPLICATIONS, dotted))
                .hasMessageContaining("invalid SparkApplication name \"d.dot\": a DNS-1035 label must consist of")
                .hasMessageEndingWith("regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')");
    }

    @Test
    void aStatusIsWrittenWhateverTheSpecSays() {
        create("executor: {}");
        var stored = store.update(ResourceTypes.KUBEFLOW_APPLICATIONS, "etl", "nightly", application -> {
            application.withObject("/status/applicationState").put("state", "INVALIDATING");
            return application;
        });

        assertThat(stored.at("/metadata/generation").asInt()).isEqualTo(1);
    }

    @Test
    void aRunningApplicationIsNotCompletedAnyMore() {
        create("executor: {}");
        var stored = store.update(ResourceTypes.KUBEFLOW_APPLICATIONS, "etl", "nightly", application -> {
            application.withObject("/status/applicationState").put("state", "RUNNING");
            application.withObject("/spec/executor").remove("cores");
            return application;
        });

        assertThat(stored.at("/spec/executor").has("cores")).isFalse();
    }

    @Test
    void schedulesAndConnectServersAreLookedAtToo() {
        var schedule = Map.of("template", Map.of("sparkConf", Map.of("spark.master", "x")));

        assertThatThrownBy(() -> create(ResourceTypes.KUBEFLOW_SCHEDULED_APPLICATIONS, schedule))
                .hasMessageContaining("v1beta2-scheduledsparkapplication")
                .hasMessageContaining("spark.master");
        assertThatThrownBy(() -> create(ResourceTypes.KUBEFLOW_CONNECT_SERVERS, Map.of()))
                .hasMessageContaining("v1alpha1-sparkconnect")
                .hasMessageContaining("image must be specified");
        assertThatThrownBy(() -> create(
                        ResourceTypes.KUBEFLOW_CONNECT_SERVERS,
                        Map.of("image", "spark", "server", Map.of("memory", "1.5g"))))
                .hasMessageContaining("invalid server.memory");
    }

    private void create(ResourceType type, Map<String, ?> spec) {
        store.create(type, Json.write(Map.of("metadata", Map.of("name", "a", "namespace", "etl"), "spec", spec)));
    }

    private JsonNode create(String... fields) {
        return store.create(ResourceTypes.KUBEFLOW_APPLICATIONS, (ObjectNode)
                        Applications.nightly(fields).json())
                .path("spec");
    }
}
