package dev.kindling.embedded.internal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import java.io.IOException;
import java.io.StringReader;
import java.util.Base64;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DriverFactoryTest {

    private static final String SUBMISSION = "0a1b2c3d-0000-4000-8000-000000000000";
    private final DriverFactory factory = new DriverFactory("https://127.0.0.1:6443");

    @Test
    void theDriverBelongsToTheApplicationAndRunsItsClass() {
        var pod = factory.build(Applications.nightly(), SUBMISSION).pod();

        assertThat(pod.getMetadata().getName()).isEqualTo("nightly-driver");
        assertThat(pod.getMetadata().getNamespace()).isEqualTo("etl");
        assertThat(pod.getMetadata().getOwnerReferences()).singleElement().satisfies(owner -> assertThat(owner.getUid())
                .isEqualTo("1234-5678"));
        assertThat(pod.getMetadata().getLabels()).containsEntry(Labels.SUBMISSION, SUBMISSION);
        assertThat(pod.getSpec().getContainers()).singleElement().satisfies(container -> assertThat(container.getArgs())
                .startsWith("driver")
                .containsSubsequence("--class", "x.Nightly", "local:///app/etl.jar", "--day", "2026-11-23"));
    }

    @Test
    void eachSubmissionHasItsOwnConfigMapAndTheDriverMountsIt() throws IOException {
        var objects = factory.build(Applications.nightly(), SUBMISSION);
        var map = only(objects, ConfigMap.class);

        assertThat(map.getMetadata().getName()).isEqualTo("nightly-0a1b2c3d-conf");
        assertThat(objects.pod().getSpec().getVolumes()).anySatisfy(volume -> assertThat(volume.getConfigMap())
                .isNotNull()
                .satisfies(source -> assertThat(source.getName()).isEqualTo("nightly-0a1b2c3d-conf")));
        assertThat(properties(map))
                .containsEntry("spark.executor.instances", "3")
                .containsEntry("spark.kubernetes.submitInDriver", "true");
        assertThat(only(objects, Service.class).getSpec().getClusterIP()).isEqualTo("None");
    }

    @Test
    void theRpcSecretIsOnlyReferredTo() throws IOException {
        var objects = factory.build(Applications.nightly(), SUBMISSION);
        var secret = only(objects, Secret.class);
        var value = new String(Base64.getDecoder().decode(secret.getData().get("secret")));
        var text = Json.write(objects.pod())
                + properties(only(objects, ConfigMap.class)).toString();

        assertThat(text).doesNotContain(value).doesNotContain(secret.getData().get("secret"));
        assertThat(properties(only(objects, ConfigMap.class)))
                .containsEntry("spark.authenticate", "true")
                .containsEntry("spark.network.crypto.enabled", "true");
    }

    @Test
    void anApplicationMaySwitchAuthenticationOff() {
        var objects = factory.build(Applications.nightly("sparkConf: {spark.authenticate: 'false'}"), SUBMISSION);

        assertThat(objects.dependents()).noneMatch(Secret.class::isInstance);
    }

    @Test
    void podTemplatesReachDriverAndExecutors() {
        var objects = factory.build(
                Applications.nightly(
                        "driver: {env: [{name: A, value: b}]}", "executor: {env: [{name: EXECUTOR_ENV, value: c}]}"),
                SUBMISSION);

        assertThat(objects.pod().getSpec().getContainers().get(0).getEnv())
                .anySatisfy(variable -> assertThat(variable.getName()).isEqualTo("A"));
        assertThat(objects.dependents())
                .anySatisfy(object -> assertThat(object.toString()).contains("EXECUTOR_ENV"));
    }

    @Test
    void pythonIsRunByTheDriverItself() {
        var application = Applications.nightly("type: Python", "mainApplicationFile: local:///app/job.py");

        assertThat(factory.build(application, SUBMISSION)
                        .pod()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getArgs())
                .containsSubsequence("--class", "org.apache.spark.deploy.PythonRunner", "local:///app/job.py");
    }

    private static <T extends HasMetadata> T only(DriverObjects objects, Class<T> type) {
        return objects.dependents().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Properties properties(ConfigMap map) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(map.getData().get("spark.properties")));
        return properties;
    }
}
