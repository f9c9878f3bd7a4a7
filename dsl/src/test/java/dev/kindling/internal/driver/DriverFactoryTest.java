package dev.kindling.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import java.io.IOException;
import java.io.StringReader;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DriverFactoryTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "spark.master", "k8s://https://127.0.0.1:6443",
            "spark.app.name", "nightly",
            "spark.kubernetes.namespace", "etl",
            "spark.kubernetes.driver.pod.name", "nightly-driver",
            "spark.kubernetes.container.image", "spark:4.1.1",
            "spark.executor.instances", "3");

    @Test
    void theDriverBelongsToItsOwnerAndRunsTheClass() {
        var pod = DriverFactory.build(request(false, Map.of())).pod();

        assertThat(pod.getMetadata().getName()).isEqualTo("nightly-driver");
        assertThat(pod.getMetadata().getNamespace()).isEqualTo("etl");
        assertThat(pod.getMetadata().getOwnerReferences()).singleElement().satisfies(owner -> assertThat(owner.getUid())
                .isEqualTo("1234-5678"));
        assertThat(pod.getMetadata().getLabels()).containsEntry("spark-app-selector", "spark-1");
        assertThat(arguments(request(false, Map.of())))
                .startsWith("driver")
                .containsSubsequence("--class", "x.Nightly", "local:///app/etl.jar", "--day", "2026-11-23");
    }

    @Test
    void eachSubmissionHasItsOwnConfigMapAndTheDriverMountsIt() throws IOException {
        var objects = DriverFactory.build(request(false, Map.of()));
        var map = only(objects, ConfigMap.class);

        assertThat(map.getMetadata().getName()).isEqualTo("nightly-0a1b-conf");
        assertThat(objects.pod().getSpec().getVolumes()).anySatisfy(volume -> assertThat(volume.getConfigMap())
                .isNotNull()
                .satisfies(source -> assertThat(source.getName()).isEqualTo("nightly-0a1b-conf")));
        assertThat(properties(map))
                .containsEntry("spark.executor.instances", "3")
                .containsEntry("spark.kubernetes.submitInDriver", "true");
        assertThat(only(objects, Service.class).getSpec().getClusterIP()).isEqualTo("None");
    }

    @Test
    void theRpcSecretIsOnlyReferredTo() throws IOException {
        var objects = DriverFactory.build(request(false, Map.of()));
        var secret = only(objects, Secret.class);
        var value = new String(Base64.getDecoder().decode(secret.getData().get("secret")));
        var text = objects.pod() + properties(only(objects, ConfigMap.class)).toString();

        assertThat(text).doesNotContain(value).doesNotContain(secret.getData().get("secret"));
        assertThat(properties(only(objects, ConfigMap.class)))
                .containsEntry("spark.authenticate", "true")
                .containsEntry("spark.network.crypto.enabled", "true");
    }

    @Test
    void anApplicationMaySwitchAuthenticationOffOrBringItsOwnSecret() {
        assertThat(DriverFactory.build(request(false, Map.of("spark.authenticate", "false")))
                        .dependents())
                .noneMatch(Secret.class::isInstance);
        assertThat(DriverFactory.build(request(false, Map.of("spark.authenticate.secret.file", "/etc/own")))
                        .dependents())
                .noneMatch(Secret.class::isInstance);
    }

    @Test
    void podTemplatesReachDriverAndExecutors() {
        var plain = request(false, Map.of());
        var objects = DriverFactory.build(new DriverRequest(
                plain.namespace(),
                plain.owners(),
                plain.names(),
                plain.applicationId(),
                plain.settings(),
                plain.program(),
                Map.of(
                        Role.DRIVER, template(Role.DRIVER, "DRIVER_ENV"),
                        Role.EXECUTOR, template(Role.EXECUTOR, "EXECUTOR_ENV"))));

        assertThat(objects.pod().getSpec().getContainers().get(0).getEnv())
                .anySatisfy(variable -> assertThat(variable.getName()).isEqualTo("DRIVER_ENV"));
        assertThat(objects.dependents())
                .anySatisfy(object -> assertThat(object.toString()).contains("EXECUTOR_ENV"));
    }

    @Test
    void pythonIsRunByTheDriverItself() {
        assertThat(arguments(request(true, Map.of())))
                .containsSubsequence("--class", "org.apache.spark.deploy.PythonRunner", "local:///app/etl.jar");
    }

    @Test
    void anOperatorMayNameTheObjects() {
        var settings = new LinkedHashMap<>(request(false, Map.of()).settings());
        settings.remove("spark.kubernetes.driver.pod.name");
        var plain = request(false, Map.of());
        var named = new DriverRequest(
                        "etl", plain.owners(), "nightly-0", "nightly-0", settings, plain.program(), Map.of())
                .resourcePrefix("nightly-0");
        var objects = DriverFactory.build(named);

        assertThat(objects.pod().getMetadata().getName()).isEqualTo("nightly-0-driver");
        assertThat(only(objects, Service.class).getMetadata().getName()).isEqualTo("nightly-0-driver-svc");
    }

    @Test
    void aLongNameIsCutAndTheAttemptKept() {
        assertThat(DriverRequest.names("a".repeat(63), "0a1b2c3d") + "-conf")
                .hasSize(63)
                .endsWith("a-0a1b2c3d-conf");
    }

    private static DriverRequest request(boolean python, Map<String, String> more) {
        var settings = new LinkedHashMap<>(SETTINGS);
        settings.putAll(more);
        var owner = new OwnerReferenceBuilder()
                .withApiVersion("sparkoperator.k8s.io/v1beta2")
                .withKind("SparkApplication")
                .withName("nightly")
                .withUid("1234-5678")
                .build();
        var arguments = List.of("--day", "2026-11-23");
        return new DriverRequest(
                "etl",
                List.of(owner),
                DriverRequest.names("nightly", "0a1b"),
                "spark-1",
                settings,
                python
                        ? DriverProgram.python("local:///app/etl.jar", arguments)
                        : DriverProgram.jvm("x.Nightly", Optional.of("local:///app/etl.jar"), arguments),
                Map.of());
    }

    private static JsonNode template(Role role, String variable) {
        var pod = JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "Pod");
        var container = pod.withObject("/spec").withArray("containers").addObject();
        container
                .put("name", role.container())
                .withArray("env")
                .addObject()
                .put("name", variable)
                .put("value", "c");
        return pod;
    }

    private static List<String> arguments(DriverRequest request) {
        return DriverFactory.build(request)
                .pod()
                .getSpec()
                .getContainers()
                .get(0)
                .getArgs();
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
