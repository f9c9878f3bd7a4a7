package dev.kindling.internal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchedNamespacesTest {

    private static final String KEY = "spark.kubernetes.operator.watchedNamespaces";

    @Test
    void kubeflowsOperatorIsToldByAnArgument() {
        assertThat(WatchedNamespaces.ofArguments(deployment("controller", "start", "--namespaces=default,etl")))
                .hasValueSatisfying(watched -> {
                    assertThat(watched.names()).isEqualTo(List.of("default", "etl"));
                    assertThat(watched.seen().object()).isEqualTo("Deployment operators/spark");
                });
        assertThat(WatchedNamespaces.ofArguments(deployment("--namespaces="))).isEmpty();
        assertThat(WatchedNamespaces.ofArguments(deployment("controller"))).isEmpty();
    }

    @Test
    void apachesOperatorIsToldByAProperty() {
        assertThat(WatchedNamespaces.ofProperties(map("# " + KEY + "=none\n" + KEY + "=apache, etl\nc=d")))
                .hasValueSatisfying(watched -> {
                    assertThat(watched.names()).isEqualTo(List.of("apache", "etl"));
                    assertThat(watched.seen().field()).isEqualTo(KEY);
                });
    }

    @Test
    void allOfThemOrThoseThatMayChangeAreNoneToCompareWith() {
        assertThat(WatchedNamespaces.ofProperties(map(KEY + "=*"))).isEmpty();
        assertThat(WatchedNamespaces.ofProperties(map("a=b"))).isEmpty();
        assertThat(WatchedNamespaces.ofProperties(
                        map(KEY + "=apache\nspark.kubernetes.operator.dynamicConfig.enabled=true")))
                .isEmpty();
    }

    private static ConfigMap map(String properties) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("operators")
                .withName("configuration")
                .endMetadata()
                .addToData("spark-operator.properties", properties)
                .build();
    }

    private static Deployment deployment(String... arguments) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withNamespace("operators")
                .withName("spark")
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withNewSpec()
                .addNewContainer()
                .withArgs(arguments)
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }
}
