package dev.kindling.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import org.junit.jupiter.api.Test;

class DriverPortTest {

    @Test
    void thePortIsTheOneThatSparkNamed() {
        assertThat(DriverPort.running(pod("running: {}")).orElseThrow().uiPort())
                .isEqualTo(4141);
    }

    @Test
    void aDriverThatDoesNotRunHasNone() {
        assertThat(DriverPort.running(pod("waiting: {reason: ContainerCreating}")))
                .isEmpty();
        assertThat(DriverPort.running(new Pod())).isEmpty();
        assertThat(DriverPort.hasEnded(pod("terminated: {exitCode: 0}"))).isTrue();
    }

    private static Pod pod(String state) {
        return new KubernetesSerialization()
                .unmarshal(
                        """
                        metadata: {name: d}
                        spec:
                          containers:
                          - {name: sidecar, ports: [{name: spark-ui, containerPort: 1}]}
                          - {name: spark-kubernetes-driver, ports: [{name: spark-ui, containerPort: 4141}]}
                        status:
                          containerStatuses:
                          - {name: sidecar, state: {running: {}}}
                          - {name: spark-kubernetes-driver, state: {%s}}
                        """
                                .formatted(state),
                        Pod.class);
    }
}
