package dev.kindling.internal.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.value.Affinity;
import dev.kindling.value.PodPlan;
import dev.kindling.value.Toleration;
import dev.kindling.value.Volume;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PodTemplatesTest {
    @TempDir
    Path folder;

    private static Pod of(PodPlan plan) {
        return PodTemplates.of(plan, "spark").orElseThrow();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("pod.yaml"), text);
    }

    @Test
    void isLeftOutWhereSettingsSayItAll() {
        var plan = PodPlan.none()
                .env("TZ", "UTC")
                .label("a", "b")
                .nodeSelector("disk", "ssd")
                .volume(Volume.secret("x").at("/x"));

        assertThat(PodTemplates.of(plan, "spark")).isEmpty();
    }

    @Test
    void holdsWhatSettingsCannotSay() {
        var pod = of(PodPlan.none()
                .toleration(Toleration.of("spot", "yes").effect(Toleration.Effect.NO_EXECUTE))
                .toleration(Toleration.ofKey("gpu"))
                .priorityClass("high")
                .configMapEnv("MODE", "jobs", "mode")
                .volume(Volume.secret("first").at("/first"))
                .volume(Volume.configMap("jobs").at("/etc/jobs"))
                .volume(Volume.generatedClaim("5Gi").at("/scratch")));
        var spec = pod.getSpec();
        var container = spec.getContainers().get(0);

        assertThat(spec.getTolerations())
                .extracting(t -> t.getKey() + " " + t.getOperator() + " " + t.getValue() + " " + t.getEffect())
                .containsExactly("spot Equal yes NoExecute", "gpu Exists null null");
        assertThat(spec.getPriorityClassName()).isEqualTo("high");
        assertThat(spec.getVolumes()).extracting(v -> v.getName()).containsExactly("kindling-1", "kindling-2");
        assertThat(spec.getVolumes().get(0).getConfigMap().getName()).isEqualTo("jobs");
        assertThat(spec.getVolumes()
                        .get(1)
                        .getEphemeral()
                        .getVolumeClaimTemplate()
                        .getSpec()
                        .getResources()
                        .getRequests()
                        .get("storage"))
                .hasToString("5Gi");
        assertThat(container.getName()).isEqualTo("spark");
        assertThat(container.getEnv()).singleElement().satisfies(env -> assertThat(
                        env.getValueFrom().getConfigMapKeyRef().getName())
                .isEqualTo("jobs"));
        assertThat(container.getVolumeMounts())
                .extracting(m -> m.getMountPath())
                .containsExactly("/etc/jobs", "/scratch");
    }

    @Test
    void affinityRequiresAllPrefersEachAndKeepsApart() {
        var affinity = of(PodPlan.none()
                        .affinity(Affinity.none()
                                .requireNode("arch", "amd64")
                                .avoidNode("disk", "hdd")
                                .preferNode("zone", "a", "b")
                                .spreadOver("zone")
                                .requireSpreadOver("host")))
                .getSpec()
                .getAffinity();
        var nodes = affinity.getNodeAffinity();
        var apart = affinity.getPodAntiAffinity();

        assertThat(nodes.getRequiredDuringSchedulingIgnoredDuringExecution().getNodeSelectorTerms())
                .singleElement()
                .satisfies(term -> assertThat(term.getMatchExpressions())
                        .extracting(e -> e.getKey() + " " + e.getOperator() + " " + e.getValues())
                        .containsExactly("arch In [amd64]", "disk NotIn [hdd]"));
        assertThat(nodes.getPreferredDuringSchedulingIgnoredDuringExecution()).hasSize(1);
        assertThat(apart.getPreferredDuringSchedulingIgnoredDuringExecution()).hasSize(1);
        assertThat(apart.getRequiredDuringSchedulingIgnoredDuringExecution())
                .singleElement()
                .satisfies(term -> assertThat(term.getTopologyKey()).isEqualTo("host"));
    }

    @Test
    void startsFromTheFileAndEndsWithTheChange() throws IOException {
        var file = file(
                """
                apiVersion: v1
                kind: Pod
                spec:
                  hostNetwork: true
                  containers:
                    - name: mine
                    - name: sidecar
                """);
        var pod = of(PodPlan.none()
                .template(file)
                .configMapEnv("MODE", "jobs", "mode")
                .template(p -> p.editSpec().withRuntimeClassName("gvisor").endSpec()));

        assertThat(pod.getSpec().getHostNetwork()).isTrue();
        assertThat(pod.getSpec().getRuntimeClassName()).isEqualTo("gvisor");
        assertThat(pod.getSpec().getContainers()).extracting(c -> c.getName()).containsExactly("mine", "sidecar");
        assertThat(pod.getSpec().getContainers().get(0).getEnv()).hasSize(1);
    }

    @Test
    void refusesWhatIsNoPodBeforeSparkSeesIt() throws IOException {
        assertRefused(folder.resolve("none.yaml"), "cannot be read");
        assertRefused(file("kind: [}"), "neither YAML nor JSON");
        assertRefused(file("apiVersion: v1\nkind: Service\nspec: {}\n"), "holds no Pod");
        assertRefused(file("apiVersion: v1\nkind: Pod\n"), "has no spec");
        assertRefused(
                file("apiVersion: v1\nkind: Pod\nspec: {toleration: []}\n"), "unknown fields in spec: [toleration]");
        assertRefused(
                file("apiVersion: v1\nkind: Pod\nspec: {containers: [{name: A B}]}\n"), "names a container \"A B\"");
    }

    @Test
    void refusesAChangeThatFailsOrLeavesNoSpec() {
        assertThatThrownBy(() -> of(PodPlan.none().template(pod -> {
                    throw new IllegalStateException("mine");
                })))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mine");
        assertThatThrownBy(() -> of(PodPlan.none().template(pod -> pod.withSpec(null))))
                .hasMessageContaining("has no spec");
    }

    private void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> of(PodPlan.none().template(file)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(why);
    }
}
