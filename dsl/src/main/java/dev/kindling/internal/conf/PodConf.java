package dev.kindling.internal.conf;

import dev.kindling.run.Setting;
import dev.kindling.run.Setting.Origin;
import dev.kindling.value.EnvVariable;
import dev.kindling.value.PodPlan;
import dev.kindling.value.Scheduling;
import dev.kindling.value.Volume;
import java.util.ArrayList;
import java.util.List;

/** What Spark settings can say of a pod; the rest is in {@link PodTemplates}. */
final class PodConf {
    private final String role;
    private final String prefix;
    private final List<Setting> settings = new ArrayList<>();

    private PodConf(String role) {
        this.role = role;
        this.prefix = "spark.kubernetes." + role + ".";
    }

    static List<Setting> of(String role, PodPlan pod) {
        var conf = new PodConf(role);
        pod.metadata().labels().forEach((key, value) -> conf.add("label." + key, value, ".label(..)"));
        pod.metadata().annotations().forEach((key, value) -> conf.add("annotation." + key, value, ".annotation(..)"));
        pod.env().forEach(conf::env);
        for (int i = 0; i < pod.volumes().size(); i++) {
            conf.volume(pod.volumes().get(i), volumeName(i));
        }
        conf.scheduling(pod.scheduling());
        return conf.settings;
    }

    /** Name of a pod's i-th volume; the same in settings and template, so that they cannot clash. */
    static String volumeName(int i) {
        return "kindling-" + i;
    }

    /** Whether settings can mount it; what they cannot goes to the template. */
    static boolean canMount(Volume volume) {
        return !(volume.source() instanceof Volume.ConfigMap)
                && !(volume.source() instanceof Volume.GeneratedClaim claim
                        && claim.storageClass().isEmpty());
    }

    private void env(EnvVariable variable) {
        if (variable.source() instanceof EnvVariable.Text text) {
            var key = role.equals("driver") ? "spark.kubernetes.driverEnv." : "spark.executorEnv.";
            settings.add(new Setting(key + variable.name(), text.value(), Origin.YOU, ".env(..)"));
        } else if (variable.source() instanceof EnvVariable.SecretKey secret) {
            add("secretKeyRef." + variable.name(), secret.secret() + ":" + secret.key(), ".secretEnv(..)");
        }
    }

    private void volume(Volume volume, String name) {
        if (volume.mountPath().isEmpty() || !canMount(volume)) {
            return;
        }
        var path = volume.mountPath().get();
        if (volume.source() instanceof Volume.Secret secret) {
            add("secrets." + secret.name(), path, ".volume(Volume.secret(..))");
            return;
        }
        var at = "volumes." + type(volume.source()) + "." + name + ".";
        add(at + "mount.path", path, ".volume(..at(..))");
        add(at + "mount.readOnly", String.valueOf(volume.readOnly()), ".volume(..)");
        options(volume.source(), at + "options.");
    }

    private void options(Volume.Source source, String at) {
        if (source instanceof Volume.HostPath host) {
            add(at + "path", host.path(), ".volume(Volume.hostPath(..))");
        } else if (source instanceof Volume.Claim claim) {
            add(at + "claimName", claim.name(), ".volume(Volume.claim(..))");
        } else if (source instanceof Volume.GeneratedClaim claim) {
            var call = ".volume(Volume.generatedClaim(..))";
            add(at + "claimName", "OnDemand", call);
            add(at + "storageClass", claim.storageClass().orElseThrow(), call);
            add(at + "sizeLimit", claim.size(), call);
        }
    }

    private static String type(Volume.Source source) {
        if (source instanceof Volume.HostPath) {
            return "hostPath";
        }
        return source instanceof Volume.EmptyDir ? "emptyDir" : "persistentVolumeClaim";
    }

    private void scheduling(Scheduling scheduling) {
        scheduling.nodeSelector().forEach((label, value) -> add("node.selector." + label, value, ".nodeSelector(..)"));
        scheduling.schedulerName().ifPresent(name -> add("scheduler.name", name, ".schedulerName(..)"));
    }

    private void add(String key, String value, String call) {
        settings.add(new Setting(prefix + key, value, Origin.YOU, call));
    }
}
