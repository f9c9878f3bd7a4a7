package dev.kindling.embedded.internal.kubelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.embedded.internal.kubelet.cluster.ClusterObjects;
import dev.kindling.embedded.internal.kubelet.cluster.MissingObjectException;
import dev.kindling.embedded.internal.store.Admission;
import dev.kindling.embedded.internal.store.ObjectStore;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.EnvVarSourceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerEnvironmentTest {

    private final Pod pod = new PodBuilder()
            .withNewMetadata()
            .withName("p")
            .withNamespace("ns")
            .addToLabels("app", "x")
            .endMetadata()
            .withNewSpec()
            .endSpec()
            .build();
    private final ContainerEnvironment environment =
            new ContainerEnvironment(new ClusterObjects(new ObjectStore(Admission.NONE)), pod, "127.64.0.9");

    @ParameterizedTest
    @CsvSource({"$(A)/x, 1/x", "$(A)$(B), 1$(B)", "$$(A), $(A)", "$$$$, $$", "$A ${A}, $A ${A}", "$(A, $(A"})
    void expandsAsKubernetesDoes(String text, String expanded) {
        assertThat(ContainerEnvironment.expand(text, Map.of("A", "1"))).isEqualTo(expanded);
    }

    @Test
    void laterVariablesSeeEarlierOnes() {
        var container = container(Map.of())
                .addToEnv(new EnvVarBuilder().withName("A").withValue("1").build())
                .addToEnv(new EnvVarBuilder()
                        .withName("B")
                        .withValue("$(A)$(GIVEN)$(C)")
                        .build())
                .build();

        assertThat(environment.of(container, Map.of("GIVEN", "2"))).containsEntry("B", "12$(C)");
    }

    @Test
    void fieldsAndResourcesCanBeAskedFor() {
        var container = container(Map.of("memory", new Quantity("1Gi"), "cpu", new Quantity("500m")))
                .addToEnv(from("IP", field("status.podIP")))
                .addToEnv(from("LABEL", field("metadata.labels['app']")))
                .addToEnv(from("MEMORY", resource("limits.memory", "1Mi")))
                .addToEnv(from("CPU", resource("limits.cpu", "1")))
                .build();

        assertThat(environment.of(container, Map.of()))
                .containsEntry("IP", "127.64.0.9")
                .containsEntry("LABEL", "x")
                .containsEntry("MEMORY", "1024")
                .containsEntry("CPU", "1");
    }

    @Test
    void whatIsMissingIsNamedUnlessItIsOptional() {
        var needed = new EnvVarSourceBuilder()
                .withNewSecretKeyRef("k", "vault", false)
                .build();
        var optional = new EnvVarSourceBuilder()
                .withNewSecretKeyRef("k", "vault", true)
                .build();

        assertThat(environment.of(
                        container(Map.of()).addToEnv(from("X", optional)).build(), Map.of()))
                .doesNotContainKey("X");
        assertThatThrownBy(() -> environment.of(
                        container(Map.of()).addToEnv(from("X", needed)).build(), Map.of()))
                .isInstanceOf(MissingObjectException.class)
                .hasMessage("secret \"vault\" not found");
    }

    private static ContainerBuilder container(Map<String, Quantity> limits) {
        Container container = new ContainerBuilder()
                .withName("main")
                .withNewResources()
                .withLimits(limits)
                .endResources()
                .build();
        return new ContainerBuilder(container);
    }

    private static EnvVar from(String name, EnvVarSource source) {
        return new EnvVarBuilder().withName(name).withValueFrom(source).build();
    }

    private static EnvVarSource field(String path) {
        return new EnvVarSourceBuilder().withNewFieldRef("v1", path).build();
    }

    private static EnvVarSource resource(String name, String divisor) {
        return new EnvVarSourceBuilder()
                .withNewResourceFieldRef()
                .withResource(name)
                .withDivisor(new Quantity(divisor))
                .endResourceFieldRef()
                .build();
    }
}
