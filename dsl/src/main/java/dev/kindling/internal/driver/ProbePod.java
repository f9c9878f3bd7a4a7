package dev.kindling.internal.driver;

import dev.kindling.internal.conf.PodTemplates;
import dev.kindling.run.Setting;
import dev.kindling.run.Settings;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Optional;
import org.apache.spark.network.util.JavaUtils;

/**
 * An executor's pod as far as the API server judges one: image, service account, what it asks for, and the template. A
 * namespace with a quota refuses pods that ask for nothing, so a bare one would not do.
 */
public final class ProbePod {

    /** Spark's defaults: {@code spark.executor.memory}, {@code spark.executor.minMemoryOverhead} and its factor. */
    private static final String HEAP = "1g";

    private static final long SMALLEST_OVERHEAD_MIB = 384;
    private static final String OVERHEAD_FACTOR = "0.1";

    private final Settings settings;

    private ProbePod(Settings settings) {
        this.settings = settings;
    }

    /** The pod, from the settings as far as they are known without a target. */
    public static Pod of(
            String name, String image, Optional<String> serviceAccount, Settings settings, Optional<Pod> template) {
        Container container = new ProbePod(settings)
                .container(image, template.map(ProbePod::containers).orElse(List.of()));
        return new PodBuilder(template.orElseGet(Pod::new))
                .editOrNewMetadata()
                .withName(name)
                .endMetadata()
                .editOrNewSpec()
                .withServiceAccountName(serviceAccount.orElse(null))
                .withRestartPolicy("Never")
                .withContainers(container)
                .withVolumes(List.of()) // Spark adds its own; mounts without their volumes would be refused.
                .endSpec()
                .build();
    }

    private static List<Container> containers(Pod template) {
        return template.getSpec() == null ? List.of() : template.getSpec().getContainers();
    }

    private Container container(String image, List<Container> templates) {
        Quantity memory = new Quantity(memoryMib() + "Mi");
        var container = new ContainerBuilder(templates.isEmpty() ? new Container() : templates.get(0))
                .withName(PodTemplates.EXECUTOR_CONTAINER)
                .withImage(image)
                .withVolumeMounts(List.of())
                .editOrNewResources()
                .addToRequests(
                        "cpu",
                        new Quantity(first("1", "spark.kubernetes.executor.request.cores", "spark.executor.cores")))
                .addToRequests("memory", memory)
                .addToLimits("memory", memory)
                .endResources()
                .build();
        value("spark.kubernetes.executor.limit.cores")
                .ifPresent(cores -> container.getResources().getLimits().put("cpu", new Quantity(cores)));
        return container;
    }

    /** As Spark computes it ({@code ResourceProfile.calculateOverHeadMemory}). */
    private long memoryMib() {
        long heap = JavaUtils.byteStringAsMb(first(HEAP, "spark.executor.memory"));
        double factor = Double.parseDouble(
                first(OVERHEAD_FACTOR, "spark.executor.memoryOverheadFactor", "spark.kubernetes.memoryOverheadFactor"));
        long overhead = value("spark.executor.memoryOverhead")
                .map(JavaUtils::byteStringAsMb)
                .orElse(Math.max((long) (factor * heap), SMALLEST_OVERHEAD_MIB));
        return heap + overhead;
    }

    private String first(String otherwise, String... keys) {
        return List.of(keys).stream()
                .flatMap(key -> value(key).stream())
                .findFirst()
                .orElse(otherwise);
    }

    private Optional<String> value(String key) {
        return settings.get(key).map(Setting::value);
    }
}
