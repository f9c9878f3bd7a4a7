package dev.kindling.internal.operator;

import dev.kindling.diagnosis.Clue;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The namespaces that an operator was told to work in: Kubeflow's chart writes them into the arguments, Apache's into a file
 * of properties in a config map.
 *
 * @param seen where they stand
 */
record WatchedNamespaces(List<String> names, Clue seen) {

    private static final Pattern ARGUMENT = Pattern.compile("^--namespaces=(.+)$");
    private static final String KEY = "spark.kubernetes.operator.watchedNamespaces";
    private static final Pattern PROPERTY = Pattern.compile("(?m)^\\s*" + Pattern.quote(KEY) + "\\s*=[ \\t]*(.+)$");
    private static final Pattern MAY_CHANGE =
            Pattern.compile("(?m)^\\s*spark\\.kubernetes\\.operator\\.dynamicConfig\\.enabled\\s*=\\s*true\\s*$");

    /** Empty where it says none, as it then works in all of them, or where they may change while it runs. */
    static Optional<WatchedNamespaces> of(KubernetesClient client, Deployment deployment) {
        return ofArguments(deployment).or(() -> maps(deployment)
                .flatMap(name -> Stream.ofNullable(client.configMaps()
                        .inNamespace(deployment.getMetadata().getNamespace())
                        .withName(name)
                        .get()))
                .flatMap(map -> ofProperties(map).stream())
                .findFirst());
    }

    static Optional<WatchedNamespaces> ofArguments(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec().getContainers().stream()
                .flatMap(container -> container.getArgs().stream())
                .flatMap(argument -> named(ARGUMENT, argument).stream())
                .findFirst()
                .map(names -> new WatchedNamespaces(
                        names,
                        new Clue(
                                "Deployment " + deployment.getMetadata().getNamespace() + "/"
                                        + deployment.getMetadata().getName(),
                                "--namespaces",
                                names.toString(),
                                null)));
    }

    static Optional<WatchedNamespaces> ofProperties(ConfigMap map) {
        return map.getData().values().stream()
                .filter(file -> !MAY_CHANGE.matcher(file).find())
                .flatMap(file -> named(PROPERTY, file).stream())
                .filter(names -> !names.contains("*"))
                .findFirst()
                .map(names -> new WatchedNamespaces(
                        names,
                        new Clue(
                                "ConfigMap " + map.getMetadata().getNamespace() + "/"
                                        + map.getMetadata().getName(),
                                KEY,
                                names.toString(),
                                null)));
    }

    private static Stream<String> maps(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec().getVolumes().stream()
                .filter(volume -> volume.getConfigMap() != null)
                .map(volume -> volume.getConfigMap().getName());
    }

    private static Optional<List<String>> named(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find()
                ? Optional.of(Stream.of(found.group(1).split(","))
                                .map(String::strip)
                                .filter(name -> !name.isEmpty())
                                .toList())
                        .filter(names -> !names.isEmpty())
                : Optional.empty();
    }
}
