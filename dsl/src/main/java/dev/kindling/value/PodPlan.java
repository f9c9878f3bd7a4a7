package dev.kindling.value;

import dev.kindling.internal.text.Names;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What is special about pods: environment, labels, volumes, where they are placed. Immutable and thread-safe: every
 * method returns a new plan. A later value for the same name wins.
 *
 * <pre>{@code
 * PodPlan pods = PodPlan.none()
 *         .env("TZ", "UTC")
 *         .secretEnv("LAKE_KEY", "lake", "key")
 *         .volume(Volume.configMap("jobs").at("/etc/jobs"))
 *         .toleration(Toleration.ofKey("gpu"));
 * }</pre>
 *
 * @param metadata labels and annotations
 * @param env environment variables of the Spark container
 * @param volumes what is mounted into the Spark container
 * @param scheduling where and when the pod is placed
 * @param template the escape hatch
 */
public record PodPlan(
        PodMetadata metadata,
        List<EnvVariable> env,
        List<Volume> volumes,
        Scheduling scheduling,
        PodTemplate template) {

    private static final PodPlan NONE =
            new PodPlan(PodMetadata.NONE, List.of(), List.of(), Scheduling.DEFAULT, PodTemplate.NONE);

    /** Copies the lists. */
    public PodPlan {
        env = List.copyOf(env);
        volumes = List.copyOf(volumes);
    }

    /** Nothing special. */
    public static PodPlan none() {
        return NONE;
    }

    /** An environment variable. Not for secrets: it stands in the pod's spec; see {@link #secretEnv}. */
    public PodPlan env(String name, String value) {
        return env(new EnvVariable(name, new EnvVariable.Text(value)));
    }

    /** An environment variable whose value is a key of a Secret in the pod's namespace. */
    public PodPlan secretEnv(String name, String secret, String key) {
        Names.requireSubdomain("Secret", ".secretEnv(\"" + name + "\", ..)", secret);
        return env(new EnvVariable(name, new EnvVariable.SecretKey(secret, key)));
    }

    /** An environment variable whose value is a key of a ConfigMap in the pod's namespace. */
    public PodPlan configMapEnv(String name, String configMap, String key) {
        Names.requireSubdomain("Config map", ".configMapEnv(\"" + name + "\", ..)", configMap);
        return env(new EnvVariable(name, new EnvVariable.ConfigMapKey(configMap, key)));
    }

    /** A label. */
    public PodPlan label(String key, String value) {
        return and(metadata(new PodMetadata(Map.of(key, value), Map.of())));
    }

    /** An annotation. */
    public PodPlan annotation(String key, String value) {
        return and(metadata(new PodMetadata(Map.of(), Map.of(key, value))));
    }

    /** Mounts a volume into the Spark container. */
    public PodPlan volume(Volume volume) {
        return and(new PodPlan(PodMetadata.NONE, List.of(), List.of(volume), Scheduling.DEFAULT, PodTemplate.NONE));
    }

    /** Only nodes that have this label. */
    public PodPlan nodeSelector(String label, String value) {
        return and(scheduling(
                new Scheduling(Map.of(label, value), List.of(), Affinity.none(), Optional.empty(), Optional.empty())));
    }

    /** Also nodes that have this taint. */
    public PodPlan toleration(Toleration toleration) {
        return and(scheduling(
                new Scheduling(Map.of(), List.of(toleration), Affinity.none(), Optional.empty(), Optional.empty())));
    }

    /** Rules about nodes and about keeping apart, on top of those already there. */
    public PodPlan affinity(Affinity affinity) {
        return and(scheduling(new Scheduling(Map.of(), List.of(), affinity, Optional.empty(), Optional.empty())));
    }

    /** Name of a PriorityClass. */
    public PodPlan priorityClass(String name) {
        Names.requireSubdomain("Priority class", ".priorityClass", name);
        return and(
                scheduling(new Scheduling(Map.of(), List.of(), Affinity.none(), Optional.of(name), Optional.empty())));
    }

    /** Which scheduler places the pod. */
    public PodPlan schedulerName(String name) {
        Names.requireSubdomain("Scheduler", ".schedulerName", name);
        return and(
                scheduling(new Scheduling(Map.of(), List.of(), Affinity.none(), Optional.empty(), Optional.of(name))));
    }

    /** Starts from the Pod in a YAML or JSON file. It is read and checked before Spark sees it. */
    public PodPlan template(Path file) {
        return and(template(new PodTemplate(Optional.of(file), Optional.empty())));
    }

    /** Changes the pod with the client's own builder, for what nothing else says. */
    public PodPlan template(UnaryOperator<PodBuilder> change) {
        return and(template(new PodTemplate(Optional.empty(), Optional.of(change))));
    }

    /** This plan, and the other on top: what both say is taken from the other. */
    public PodPlan and(PodPlan other) {
        if (other.equals(NONE)) {
            return this;
        }
        return new PodPlan(
                metadata.and(other.metadata),
                merged(other.env),
                Stream.concat(volumes.stream(), other.volumes.stream()).toList(),
                scheduling.and(other.scheduling),
                template.and(other.template));
    }

    /** A variable replaces one of the same name and kind of source; two kinds are kept, for the check to name both. */
    private List<EnvVariable> merged(List<EnvVariable> more) {
        var kept = env.stream().filter(old -> more.stream().noneMatch(late -> sameKind(old, late)));
        return Stream.concat(kept, more.stream()).toList();
    }

    private static boolean sameKind(EnvVariable old, EnvVariable late) {
        return old.name().equals(late.name())
                && old.source().getClass() == late.source().getClass();
    }

    private PodPlan env(EnvVariable variable) {
        return and(new PodPlan(PodMetadata.NONE, List.of(variable), List.of(), Scheduling.DEFAULT, PodTemplate.NONE));
    }

    private static PodPlan metadata(PodMetadata value) {
        return new PodPlan(value, List.of(), List.of(), Scheduling.DEFAULT, PodTemplate.NONE);
    }

    private static PodPlan scheduling(Scheduling value) {
        return new PodPlan(PodMetadata.NONE, List.of(), List.of(), value, PodTemplate.NONE);
    }

    private static PodPlan template(PodTemplate value) {
        return new PodPlan(PodMetadata.NONE, List.of(), List.of(), Scheduling.DEFAULT, value);
    }
}
