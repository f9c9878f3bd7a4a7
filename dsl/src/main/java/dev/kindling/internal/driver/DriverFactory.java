package dev.kindling.internal.driver;

import dev.kindling.internal.conf.MountedRpcSecret;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.k8s.KubernetesDriverConf;
import org.apache.spark.deploy.k8s.KubernetesDriverSpec;
import org.apache.spark.deploy.k8s.submit.KubernetesClientUtils;
import org.apache.spark.deploy.k8s.submit.KubernetesDriverBuilder;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Builds a driver's pod with Spark's own builder, in this JVM. Spark-submit would cost a JVM of some 4 s of CPU per
 * application, and two of its runs in one JVM would share a config map. Thread-safe.
 */
public final class DriverFactory {

    private static final String CONF_VOLUME = "spark-conf-volume-driver";
    private static final String CONF_FOLDER = "/opt/spark/conf";

    private DriverFactory() {}

    /** With a secret for driver and executors, unless the settings say otherwise. */
    public static DriverObjects build(DriverRequest request) {
        return build(request, MountedRpcSecret.isWanted(request.settings()));
    }

    /** For looking at: nothing secret is made, and Spark makes its own where it should authenticate. */
    public static DriverObjects preview(DriverRequest request) {
        return build(request, false);
    }

    private static DriverObjects build(DriverRequest request, boolean withSecret) {
        var settings = new LinkedHashMap<>(request.settings());
        var dependents = new ArrayList<HasMetadata>();
        if (withSecret) {
            var name = request.name("rpc");
            MountedRpcSecret.settings(name).forEach(settings::putIfAbsent);
            dependents.add(MountedRpcSecret.create(name, request.namespace()));
        }
        try (var templates = TemplateFiles.write(request.templates())) {
            templates.addTo(settings);
            var spec = new KubernetesDriverBuilder().buildFromFeatures(conf(request, settings), templates.reader());
            dependents.addAll(CollectionConverters.asJava(spec.driverPreKubernetesResources()));
            dependents.addAll(CollectionConverters.asJava(spec.driverKubernetesResources()));
            var name = request.name("conf");
            var files = confFiles(request.namespace(), spec);
            dependents.add(KubernetesClientUtils.buildConfigMapJava(name, files, Map.of()));
            dependents.forEach(dependent -> dependent.getMetadata().setNamespace(request.namespace()));
            return new DriverObjects(driverPod(request, spec, name, files), dependents);
        }
    }

    private static KubernetesDriverConf conf(DriverRequest request, Map<String, String> settings) {
        var conf = new SparkConf(false);
        settings.forEach(conf::set);
        return new NamedDriverConf(conf, request);
    }

    /** Only the settings: the configuration folder of whoever runs this JVM is not the application's business. */
    private static Map<String, String> confFiles(String namespace, KubernetesDriverSpec spec) {
        var properties = new Properties();
        properties.putAll(CollectionConverters.asJava(spec.systemProperties()));
        var text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("spark.properties", text.toString(), "spark.kubernetes.namespace", namespace);
    }

    private static Pod driverPod(
            DriverRequest request, KubernetesDriverSpec spec, String configMap, Map<String, String> files) {
        return new PodBuilder(spec.pod().pod())
                .editMetadata()
                .withNamespace(request.namespace())
                .withOwnerReferences(request.owners())
                .endMetadata()
                .editSpec()
                .addToContainers(container(spec))
                .addNewVolume()
                .withName(CONF_VOLUME)
                .withNewConfigMap()
                .withName(configMap)
                .withItems(KubernetesClientUtils.buildKeyToPathObjectsJava(files))
                .endConfigMap()
                .endVolume()
                .endSpec()
                .build();
    }

    private static Container container(KubernetesDriverSpec spec) {
        return new ContainerBuilder(spec.pod().container())
                .addNewEnv()
                .withName("SPARK_CONF_DIR")
                .withValue(CONF_FOLDER)
                .endEnv()
                .addNewVolumeMount()
                .withName(CONF_VOLUME)
                .withMountPath(CONF_FOLDER)
                .endVolumeMount()
                .build();
    }
}
