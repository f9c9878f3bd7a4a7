package dev.kindling.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.kindling.ApplicationSpec;
import dev.kindling.Spark;
import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.target.Operator;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.PodPlan;
import dev.kindling.value.RestartPolicy;
import dev.kindling.value.Toleration;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesList;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What Kindling makes where no operator is. */
class LoneDriverTest {

    @Test
    void thePodHasTheNameOfTheApplicationAndRunsItsProgramOnce() {
        var pod = objects(java()).pod();

        assertThat(pod.getMetadata().getName()).isEqualTo("nightly");
        assertThat(pod.getMetadata().getNamespace()).isEqualTo("etl");
        assertThat(pod.getMetadata().getLabels())
                .containsEntry(LoneDriver.NAME_LABEL, "nightly")
                .containsEntry("spark-role", "driver");
        assertThat(pod.getSpec().getRestartPolicy()).isEqualTo("Never");
        assertThat(pod.getSpec().getServiceAccountName()).isEqualTo("spark");
        assertThat(pod.getSpec().getContainers().get(0).getArgs())
                .containsSubsequence("driver", "--class", "x.Nightly", "local:///app/etl.jar", "--day", "today");
    }

    @Test
    void executorsGetTheProgramsJarAndFurtherOnes() throws IOException {
        assertThat(properties(objects(java().jar("local:///app/lib.jar"))).getProperty("spark.jars"))
                .isEqualTo("local:///app/lib.jar,local:///app/etl.jar");
    }

    @Test
    void aPythonFileIsRunByPython() {
        var python = spec().jar("local:///app/main.py");

        assertThat(objects(python).pod().getSpec().getContainers().get(0).getArgs())
                .containsSubsequence("--class", "org.apache.spark.deploy.PythonRunner", "local:///app/main.py");
    }

    @Test
    void theServiceLeadsToThePodAndExecutorsAreToldItsName() throws IOException {
        var objects = objects(java());
        var service = only(objects, Service.class);

        assertThat(service.getSpec().getClusterIP()).isEqualTo("None");
        assertThat(objects.pod().getMetadata().getLabels())
                .containsAllEntriesOf(service.getSpec().getSelector());
        assertThat(properties(objects).getProperty("spark.driver.host"))
                .isEqualTo(service.getMetadata().getName() + ".etl.svc");
    }

    @Test
    void theSecretIsReferredToAndNeverWrittenDown() throws IOException {
        var objects = objects(java());
        var secret = only(objects, Secret.class);
        var value = new String(Base64.getDecoder().decode(secret.getData().get("secret")));

        assertThat(new KubernetesSerialization().asYaml(objects.pod())).doesNotContain(value);
        assertThat(properties(objects).toString()).doesNotContain(value);
        assertThat(objects.pod().getSpec().getVolumes())
                .anyMatch(volume -> volume.getSecret() != null
                        && volume.getSecret()
                                .getSecretName()
                                .equals(secret.getMetadata().getName()));
        assertThat(properties(objects).getProperty("spark.kubernetes.executor.secretKeyRef._SPARK_AUTH_SECRET"))
                .startsWith(secret.getMetadata().getName() + ":");
    }

    @Test
    void noSecretWithoutEncryption() {
        assertThat(objects(java().encryption(false)).dependents()).noneMatch(Secret.class::isInstance);
    }

    @Test
    void templatesAreMergedIntoThePod() {
        var tolerant = java().pods(PodPlan.none().toleration(Toleration.ofKey("spot")));

        assertThat(objects(tolerant).pod().getSpec().getTolerations())
                .anyMatch(t -> t.getKey().equals("spot"));
    }

    @Test
    void twoRunsOfOneSpecShareNoObject() {
        var names = objects(java()).dependents().stream().map(LoneDriverTest::nameOf);

        assertThat(names)
                .doesNotContainAnyElementsOf(objects(java()).dependents().stream()
                        .map(LoneDriverTest::nameOf)
                        .toList());
    }

    @Test
    void whatOnlyAnOperatorDoesIsRefusedByName() {
        var asking = java().restart(RestartPolicy.onFailure(2))
                .timeToLive(Duration.ofHours(1))
                .kueue("team")
                .suspended();

        assertThatThrownBy(() -> asking.manifest(Operator.none()))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContainingAll("4 problems", ".restart(..)", ".timeToLive(..)", ".kueue(..)", ".suspended()");
    }

    @Test
    void aFieldThatNobodyWouldActOnIsRefused() {
        var withIngress =
                Map.of("metadata", Map.of("name", "nightly"), "spec", Map.of("driverServiceIngressList", List.of()));

        assertThatThrownBy(() -> LoneDriver.objects(withIngress, "etl"))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("driverServiceIngressList");
    }

    @Test
    void theManifestIsOneListWithoutASecret() {
        var manifest = java().manifest(Operator.none());

        assertThat(manifest).hasToString("List nightly (v1)");
        var list = new KubernetesSerialization().unmarshal(manifest.toYaml(), KubernetesList.class);
        assertThat(list.getItems()).extracting(HasMetadata::getKind).containsExactly("Pod", "Service", "ConfigMap");
    }

    private static DriverObjects objects(ApplicationSpec spec) {
        var yaml = spec.manifest(Operator.apache()).toYaml();
        Map<String, Object> resource = new KubernetesSerialization()
                .unmarshal(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), new TypeReference<>() {});
        return LoneDriver.objects(resource, "etl");
    }

    private static ApplicationSpec java() {
        return spec().mainClass("x.Nightly").jar("local:///app/etl.jar").arguments("--day", "today");
    }

    private static ApplicationSpec spec() {
        return Spark.application("nightly")
                .image("registry.local/etl:7")
                .driver(DriverPlan.defaults().serviceAccount("spark"));
    }

    private static Properties properties(DriverObjects objects) throws IOException {
        var properties = new Properties();
        properties.load(
                new StringReader(only(objects, ConfigMap.class).getData().get("spark.properties")));
        return properties;
    }

    private static <T extends HasMetadata> T only(DriverObjects objects, Class<T> type) {
        List<T> found = objects.dependents().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String nameOf(HasMetadata object) {
        return object.getMetadata().getName();
    }
}
