package dev.kindling.embedded.internal.operator.kubeflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.embedded.internal.operator.work.Json;
import dev.kindling.internal.driver.Role;
import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.Test;

class PodTemplateTest {

    @Test
    void noneWhereNothingAsksForIt() {
        assertThat(PodTemplate.of(Applications.nightly(), Role.DRIVER)).isEmpty();
    }

    @Test
    void whatTheWebhookWouldAddIsInTheTemplate() {
        var application = Applications.nightly(
                "volumes: [{name: data, emptyDir: {}}, {name: other, emptyDir: {}}]",
                "driver: {env: [{name: A, value: b}], volumeMounts: [{name: data, mountPath: /data}],"
                        + " tolerations: [{key: spot, operator: Exists}]}");

        var pod = template(application, Role.DRIVER);

        assertThat(pod.getSpec().getVolumes()).singleElement().satisfies(v -> assertThat(v.getName())
                .isEqualTo("data"));
        assertThat(pod.getSpec().getTolerations()).hasSize(1);
        assertThat(pod.getSpec().getContainers()).singleElement().satisfies(container -> {
            assertThat(container.getName()).isEqualTo("spark-kubernetes-driver");
            assertThat(container.getEnv().get(0).getValue()).isEqualTo("b");
            assertThat(container.getVolumeMounts().get(0).getMountPath()).isEqualTo("/data");
        });
    }

    @Test
    void aTemplateOfTheApplicationIsKept() {
        var application = Applications.nightly(
                "executor: {env: [{name: A, value: b}], template: {metadata: {annotations: {note: kept}}, spec:"
                        + " {containers: [{name: spark-kubernetes-executor, env: [{name: X, value: y}]}, {name: side}]}}}");

        var pod = template(application, Role.EXECUTOR);

        assertThat(pod.getMetadata().getAnnotations()).containsEntry("note", "kept");
        assertThat(pod.getSpec().getContainers()).hasSize(2);
        assertThat(pod.getSpec().getContainers().get(0).getEnv())
                .extracting(e -> e.getName())
                .containsExactly("X", "A");
    }

    private static Pod template(Application application, Role role) {
        return Json.read(PodTemplate.of(application, role).orElseThrow(), Pod.class);
    }
}
