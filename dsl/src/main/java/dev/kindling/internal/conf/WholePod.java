package dev.kindling.internal.conf;

import dev.kindling.image.SparkImage;
import dev.kindling.value.Cores;
import dev.kindling.value.EnvVariable;
import dev.kindling.value.Memory;
import dev.kindling.value.PodPlan;
import dev.kindling.value.RoleResources;
import dev.kindling.value.Volume;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.Map;
import java.util.Optional;

/** A pod that no Spark setting reaches, because Spark does not make it: everything is in its template. */
public final class WholePod {
    /** Spark's defaults, in mebibytes. */
    private static final long DEFAULT_HEAP = 1024;

    private static final long LEAST_OVERHEAD = 384;

    private final PodPlan plan;
    private final String container;

    private WholePod(PodPlan plan, String container) {
        this.plan = plan;
        this.container = container;
    }

    /**
     * The pod.
     *
     * @param container name of the container that the operator looks for
     * @param besidesMebibytes memory of what else runs in the container
     */
    public static Pod of(
            PodPlan plan, String container, Optional<SparkImage> image, RoleResources given, int besidesMebibytes) {
        var pod = new WholePod(plan, container);
        var template = PodTemplates.of(plan, container).orElseGet(Pod::new);
        var spec = pod.spec(template);
        image.ifPresent(from -> spec.addAllToImagePullSecrets(
                from.pullSecrets().stream().map(LocalObjectReference::new).toList()));
        var spark = new ContainerBuilder(pod.container(spec)).withResources(resources(given, besidesMebibytes));
        image.flatMap(SparkImage::pullPolicy).ifPresent(policy -> spark.withImagePullPolicy(policy.toString()));
        var whole = spec.hasContainers() ? spec.setToContainers(0, spark.build()) : spec.addToContainers(spark.build());
        return new PodBuilder(template)
                .editOrNewMetadata()
                .addToLabels(plan.metadata().labels())
                .addToAnnotations(plan.metadata().annotations())
                .endMetadata()
                .withSpec(whole.build())
                .build();
    }

    /** As Spark would count for a driver: heap and overhead are requested, and are the limit. */
    private static ResourceRequirements resources(RoleResources given, int besides) {
        long heap = given.memory().map(Memory::mebibytes).orElse(DEFAULT_HEAP);
        long overhead = given.memoryOverhead().map(Memory::mebibytes).orElse(Math.max(LEAST_OVERHEAD, heap / 10));
        var memory = new Quantity(heap + overhead + besides + "Mi");
        var cpu = given.cpuRequest()
                .map(Cores::toString)
                .orElseGet(() -> String.valueOf(given.cores().orElse(1)));
        var resources = new ResourceRequirementsBuilder()
                .addToRequests("cpu", new Quantity(cpu))
                .addToRequests("memory", memory)
                .addToLimits("memory", memory);
        given.cpuLimit().ifPresent(limit -> resources.addToLimits("cpu", new Quantity(limit.toString())));
        return resources.build();
    }

    private PodSpecBuilder spec(Pod template) {
        var spec = template.getSpec() == null ? new PodSpecBuilder() : new PodSpecBuilder(template.getSpec());
        spec.addToNodeSelector(plan.scheduling().nodeSelector());
        plan.scheduling().schedulerName().ifPresent(spec::withSchedulerName);
        for (int i = 0; i < plan.volumes().size(); i++) {
            var volume = plan.volumes().get(i);
            if (PodConf.canMount(volume)) {
                spec.addToVolumes(source(volume.source(), PodConf.volumeName(i)).build());
            }
        }
        return spec;
    }

    private Container container(PodSpecBuilder spec) {
        var spark = new ContainerBuilder(spec.hasContainers() ? spec.buildFirstContainer() : new Container());
        spark.withName(container);
        plan.env().stream()
                .filter(variable -> !(variable.source() instanceof EnvVariable.ConfigMapKey))
                .forEach(variable -> spark.addToEnv(env(variable)));
        for (int i = 0; i < plan.volumes().size(); i++) {
            var volume = plan.volumes().get(i);
            if (PodConf.canMount(volume)) {
                spark.addNewVolumeMount()
                        .withName(PodConf.volumeName(i))
                        .withMountPath(volume.mountPath().orElseThrow())
                        .withReadOnly(volume.readOnly())
                        .endVolumeMount();
            }
        }
        return spark.build();
    }

    private static EnvVar env(EnvVariable variable) {
        var env = new EnvVarBuilder().withName(variable.name());
        if (variable.source() instanceof EnvVariable.SecretKey secret) {
            return env.withNewValueFrom()
                    .withNewSecretKeyRef(secret.key(), secret.secret(), false)
                    .endValueFrom()
                    .build();
        }
        return env.withValue(((EnvVariable.Text) variable.source()).value()).build();
    }

    private static VolumeBuilder source(Volume.Source source, String name) {
        var volume = new VolumeBuilder().withName(name);
        if (source instanceof Volume.Secret secret) {
            return volume.withNewSecret().withSecretName(secret.name()).endSecret();
        }
        if (source instanceof Volume.HostPath host) {
            return volume.withNewHostPath().withPath(host.path()).endHostPath();
        }
        if (source instanceof Volume.Claim claim) {
            return volume.withNewPersistentVolumeClaim()
                    .withClaimName(claim.name())
                    .endPersistentVolumeClaim();
        }
        if (source instanceof Volume.GeneratedClaim claim) {
            return volume.withNewEphemeral()
                    .withNewVolumeClaimTemplate()
                    .withNewSpec()
                    .withAccessModes("ReadWriteOnce")
                    .withStorageClassName(claim.storageClass().orElse(null))
                    .withNewResources()
                    .withRequests(Map.of("storage", new Quantity(claim.size())))
                    .endResources()
                    .endSpec()
                    .endVolumeClaimTemplate()
                    .endEphemeral();
        }
        return volume.withNewEmptyDir().endEmptyDir();
    }
}
