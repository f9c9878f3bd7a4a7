package dev.kindling.shell.life;

import static org.junit.jupiter.api.Assumptions.abort;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** On the cluster of KUBECONFIG, run by Kubeflow's operator, which watches the namespace. */
@Tag("cluster")
class ApplicationLifeClusterIT extends ApplicationLife {
    private static final String IMAGE = System.getProperty("kindling.cluster.image", "localhost/spark:4.1.1");
    private static final String NAMESPACE = System.getProperty("kindling.cluster.namespace", "default");
    private static final String PROGRAM =
            "kindling-cli-" + UUID.randomUUID().toString().substring(0, 6);
    private static final String TEMPLATE =
            """
            serviceAccount: spark
            template:
              spec:
                containers:
                - name: %s
                  volumeMounts:
                  - {name: program, mountPath: /opt/program}
                volumes:
                - name: program
                  configMap: {name: %s}
            """;

    private static KubernetesClient client;

    @BeforeAll
    static void giveProgram() throws IOException {
        var config = Config.autoConfigure(null);
        if (config.getCurrentContext() == null) {
            System.err.println("SKIPPED: cluster tests: KUBECONFIG names no cluster");
            abort("KUBECONFIG names no cluster");
        }
        client = new KubernetesClientBuilder().withConfig(config).build();
        if (!client.supports("sparkoperator.k8s.io/v1beta2", "SparkApplication")) {
            System.err.println("SKIPPED: the life of an application: Kubeflow's operator is not installed");
            abort("Kubeflow's operator is not installed");
        }
        var jar = Base64.getEncoder().encodeToString(JobJar.bytes());
        client.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(PROGRAM)
                        .withNamespace(NAMESPACE)
                        .endMetadata()
                        .addToBinaryData("job.jar", jar)
                        .build())
                .create();
    }

    @AfterAll
    static void takeProgram() {
        if (client != null) {
            client.configMaps().inNamespace(NAMESPACE).withName(PROGRAM).delete();
            client.close();
        }
    }

    @Override
    Kindling kindling() {
        return new Kindling(List.of("-n", NAMESPACE));
    }

    @Override
    KubernetesClient client() {
        return client;
    }

    @Override
    String namespace() {
        return NAMESPACE;
    }

    @Override
    String manifest(String name, String... arguments) {
        return Resource.of(name, List.of(arguments))
                .image(IMAGE)
                .jar(Path.of("/opt/program/job.jar"))
                .roles(
                        TEMPLATE.formatted("spark-kubernetes-driver", PROGRAM),
                        TEMPLATE.formatted("spark-kubernetes-executor", PROGRAM))
                .yaml();
    }
}
