package dev.kindling.internal.conf;

import dev.kindling.value.EnvVariable;
import dev.kindling.value.PodPlan;
import dev.kindling.value.Scheduling;
import dev.kindling.value.Volume;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.Optional;

/**
 * What no Spark setting can say of a pod, as a template: tolerations, affinity, priority class, config maps, and the
 * user's own template on top. Spark takes the template's first container for its own and merges its settings into it.
 */
public final class PodTemplates {
    /** Spark's name for an executor's container. */
    public static final String EXECUTOR_CONTAINER = "spark-kubernetes-executor";

    /** Spark's name for a driver's container. */
    public static final String DRIVER_CONTAINER = "spark-kubernetes-driver";

    private PodTemplates() {}

    /**
     * The template, or nothing if settings say it all.
     *
     * @throws IllegalArgumentException if the user's file or change is no pod that Spark can use; Spark would end the JVM
     */
    public static Optional<Pod> of(PodPlan plan, String containerName) {
        if (!isNeeded(plan)) {
            return Optional.empty();
        }
        var base = plan.template().file().map(TemplateFile::read).orElseGet(Pod::new);
        var pod = withScheduling(withSparkContainer(base, containerName, plan), plan.scheduling());
        return Optional.of(TemplateFile.checked(TemplateFile.changed(pod, plan.template()), ".template(..)"));
    }

    private static boolean isNeeded(PodPlan plan) {
        var scheduling = plan.scheduling();
        return !plan.template().isEmpty()
                || plan.env().stream().anyMatch(variable -> variable.source() instanceof EnvVariable.ConfigMapKey)
                || plan.volumes().stream().anyMatch(volume -> !PodConf.canMount(volume))
                || !scheduling.tolerations().isEmpty()
                || !scheduling.affinity().nodes().isEmpty()
                || !scheduling.affinity().spreads().isEmpty()
                || scheduling.priorityClass().isPresent();
    }

    private static Pod withSparkContainer(Pod base, String name, PodPlan plan) {
        var builder = new PodBuilder(base).editOrNewSpec();
        boolean fresh = !builder.hasContainers();
        var container = new ContainerBuilder(fresh ? new Container() : builder.buildFirstContainer());
        if (container.getName() == null) {
            container.withName(name);
        }
        plan.env().forEach(variable -> env(container, variable));
        for (int i = 0; i < plan.volumes().size(); i++) {
            var volume = plan.volumes().get(i);
            if (!PodConf.canMount(volume) && volume.mountPath().isPresent()) {
                builder.addToVolumes(
                        volume(PodConf.volumeName(i), volume.source()).build());
                container.addToVolumeMounts(new VolumeMountBuilder()
                        .withName(PodConf.volumeName(i))
                        .withMountPath(volume.mountPath().get())
                        .withReadOnly(volume.readOnly())
                        .build());
            }
        }
        builder = fresh ? builder.addToContainers(container.build()) : builder.setToContainers(0, container.build());
        return builder.endSpec().build();
    }

    private static void env(ContainerBuilder container, EnvVariable variable) {
        if (variable.source() instanceof EnvVariable.ConfigMapKey source) {
            container.addToEnv(new EnvVarBuilder()
                    .withName(variable.name())
                    .withNewValueFrom()
                    .withNewConfigMapKeyRef(source.key(), source.configMap(), false)
                    .endValueFrom()
                    .build());
        }
    }

    private static VolumeBuilder volume(String name, Volume.Source source) {
        var volume = new VolumeBuilder().withName(name);
        if (source instanceof Volume.ConfigMap configMap) {
            return volume.withNewConfigMap().withName(configMap.name()).endConfigMap();
        }
        if (source instanceof Volume.GeneratedClaim claim) {
            // Spark makes claims only of a named storage class; Kubernetes' ephemeral volume takes the default one.
            return volume.withNewEphemeral()
                    .withNewVolumeClaimTemplate()
                    .withNewSpec()
                    .withAccessModes("ReadWriteOnce")
                    .withNewResources()
                    .addToRequests("storage", new Quantity(claim.size()))
                    .endResources()
                    .endSpec()
                    .endVolumeClaimTemplate()
                    .endEphemeral();
        }
        throw new IllegalArgumentException("A setting mounts " + source);
    }

    private static Pod withScheduling(Pod pod, Scheduling scheduling) {
        var spec = new PodBuilder(pod).editSpec();
        scheduling.tolerations().forEach(toleration -> spec.addNewToleration()
                .withKey(toleration.key())
                .withOperator(toleration.value().isPresent() ? "Equal" : "Exists")
                .withValue(toleration.value().orElse(null))
                .withEffect(toleration.effect().map(Object::toString).orElse(null))
                .endToleration());
        scheduling.priorityClass().ifPresent(spec::withPriorityClassName);
        var affinity = scheduling.affinity();
        if (!affinity.nodes().isEmpty() || !affinity.spreads().isEmpty()) {
            spec.withAffinity(AffinityRules.of(affinity, pod));
        }
        return spec.endSpec().build();
    }
}
