package dev.kindling.internal.preflight;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.value.PodPlan;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a secret, config map or claim that the spec names is there, with the keys that it names. */
final class ObjectCheck {

    private final KubernetesClient client;
    private final String namespace;
    private final Reference wanted;

    private ObjectCheck(KubernetesClient client, String namespace, Reference wanted) {
        this.client = client;
        this.namespace = namespace;
        this.wanted = wanted;
    }

    /** One for each that the pods name. */
    static List<Check> all(KubernetesClient client, String namespace, WorkloadPlan plan, Map<String, PodPlan> pods) {
        return Reference.of(plan, pods).stream()
                .map(wanted -> new Check(
                        wanted.kind().text + " " + wanted.name(),
                        () -> new ObjectCheck(client, namespace, wanted).answer()))
                .toList();
    }

    private Answer answer() {
        var keys = keys();
        var problems = keys.isEmpty()
                ? List.of(new Answer.Problem(Finding.MissingObject::new, missing()))
                : wanted.keys().stream()
                        .filter(key -> !keys.get().contains(key))
                        .map(key -> new Answer.Problem(Finding.MissingObject::new, keyMissing(key)))
                        .toList();
        return Answer.found(wanted.kind().text + " " + wanted.name(), problems);
    }

    /** Empty if it is not there. Values are not looked at. */
    private Optional<Set<String>> keys() {
        return switch (wanted.kind()) {
            case SECRET ->
                Optional.ofNullable(client.secrets()
                                .inNamespace(namespace)
                                .withName(wanted.name())
                                .get())
                        .map(Secret::getData)
                        .map(ObjectCheck::names);
            case CONFIG_MAP ->
                Optional.ofNullable(client.configMaps()
                                .inNamespace(namespace)
                                .withName(wanted.name())
                                .get())
                        .map(ObjectCheck::names);
            case CLAIM ->
                Optional.ofNullable(client.persistentVolumeClaims()
                                .inNamespace(namespace)
                                .withName(wanted.name())
                                .get())
                        .map((PersistentVolumeClaim claim) -> Set.of());
        };
    }

    private static Set<String> names(Map<String, String> data) {
        return data.keySet();
    }

    private static Set<String> names(ConfigMap map) {
        var names = new HashSet<>(map.getData().keySet());
        names.addAll(map.getBinaryData().keySet());
        return names;
    }

    private String cause() {
        return switch (wanted.kind()) {
            case SECRET -> "secret-missing";
            case CONFIG_MAP -> "config-map-missing";
            case CLAIM -> "claim-missing";
        };
    }

    private Account missing() {
        var what = "There is no " + wanted.kind().text + " " + wanted.name() + " in namespace " + namespace;
        return (wanted.vital() ? Account.certain(cause(), what) : Account.probable(cause(), what))
                .seen(new Clue(wanted.kind().text + " " + namespace + "/" + wanted.name(), "GET", "not found", null))
                .why(wanted.vital() ? "pods wait for it" : "the image is pulled without it, where that may be")
                .write("create it in namespace " + namespace + ", or name one that is there", "");
    }

    private Account keyMissing(String key) {
        var what = "The " + wanted.kind().text + " " + wanted.name() + " has no key " + key;
        return (wanted.vital() ? Account.certain("key-missing", what) : Account.probable("key-missing", what))
                .seen(new Clue(wanted.kind().text + " " + namespace + "/" + wanted.name(), "data", "no " + key, null))
                .why(
                        wanted.vital()
                                ? "containers that take a value from it are not started"
                                : "the variable will be missing")
                .write("add the key, or name one that is there", "");
    }
}
