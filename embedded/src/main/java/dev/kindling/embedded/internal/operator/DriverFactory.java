package dev.kindling.embedded.internal.operator;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.k8s.KubernetesDriverConf;
import org.apache.spark.deploy.k8s.KubernetesDriverSpec;
import org.apache.spark.deploy.k8s.submit.JavaMainAppResource;
import org.apache.spark.deploy.k8s.submit.KubernetesClientUtils;
import org.apache.spark.deploy.k8s.submit.KubernetesDriverBuilder;
import org.apache.spark.deploy.k8s.submit.MainAppResource;
import org.apache.spark.deploy.k8s.submit.PythonMainAppResource;
import org.apache.spark.util.SystemClock;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Builds a driver's pod with Spark's own builder, in this JVM. Spark-submit would cost a JVM of some 4 s of CPU per
 * application, and two of its runs in one JVM would share a config map.
 */
final class DriverFactory {

    private static final String CONF_VOLUME = "spark-conf-volume-driver";
    private static final String CONF_FOLDER = "/opt/spark/conf";

    private final String apiServer;

    DriverFactory(String apiServer) {
        this.apiServer = apiServer;
    }

    DriverObjects build(Application application, String submissionId) {
        var settings = Settings.of(application, submissionId, apiServer);
        var dependents = new ArrayList<HasMetadata>();
        if (MountedRpcSecret.isWanted(settings)) {
            var name = nameOf(application, submissionId, "rpc");
            MountedRpcSecret.settings(name).forEach(settings::putIfAbsent);
            dependents.add(MountedRpcSecret.create(name, application.namespace()));
        }
        try (var templates = TemplateFiles.write(application)) {
            settings.putAll(templates.settings());
            var conf = driverConf(application, settings, submissionId);
            var spec = new KubernetesDriverBuilder().buildFromFeatures(conf, templates.reader());
            dependents.addAll(CollectionConverters.asJava(spec.driverPreKubernetesResources()));
            dependents.addAll(CollectionConverters.asJava(spec.driverKubernetesResources()));
            var name = nameOf(application, submissionId, "conf");
            var files = confFiles(application.namespace(), spec);
            dependents.add(KubernetesClientUtils.buildConfigMapJava(name, files, Map.of()));
            return new DriverObjects(driverPod(application, spec, name, files), List.copyOf(dependents));
        }
    }

    private static KubernetesDriverConf driverConf(
            Application application, Map<String, String> settings, String submissionId) {
        var spec = application.spec();
        var conf = new SparkConf(false);
        settings.forEach(conf::set);
        var arguments = new ArrayList<String>();
        spec.path("arguments").forEach(argument -> arguments.add(argument.asText()));
        var python = application.isPython();
        var mainClass = python
                ? "org.apache.spark.deploy.PythonRunner"
                : spec.path("mainClass").asText();
        return new KubernetesDriverConf(
                conf,
                "spark-" + submissionId.replace("-", ""),
                mainResource(spec.path("mainApplicationFile").asText(), python),
                mainClass,
                arguments.toArray(String[]::new),
                Option.apply(spec.path("proxyUser").asText(null)),
                new SystemClock());
    }

    private static MainAppResource mainResource(String uri, boolean python) {
        var file = LocalFiles.inPod(uri);
        return python ? new PythonMainAppResource(file) : new JavaMainAppResource(Option.apply(file));
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
        return new HashMap<>(Map.of("spark.properties", text.toString(), "spark.kubernetes.namespace", namespace));
    }

    private static Pod driverPod(
            Application application, KubernetesDriverSpec spec, String configMap, Map<String, String> files) {
        return new PodBuilder(spec.pod().pod())
                .editMetadata()
                .withNamespace(application.namespace())
                .withOwnerReferences(application.owner())
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

    /** Unique for the attempt, and at most 63 characters as the strictest kind asks. */
    private static String nameOf(Application application, String submissionId, String what) {
        var suffix = "-" + submissionId.substring(0, 8) + "-" + what;
        var name = application.name();
        return name.substring(0, Math.min(name.length(), 63 - suffix.length())) + suffix;
    }
}
