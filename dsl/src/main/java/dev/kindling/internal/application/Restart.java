package dev.kindling.internal.application;

import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.ClusterAccessException.Answer;
import dev.kindling.diagnosis.ClusterAccessException.Request;
import dev.kindling.diagnosis.Explanation;
import dev.kindling.diagnosis.UnsupportedByOperatorException;
import dev.kindling.internal.code.ContentStore;
import dev.kindling.internal.operator.Dialect;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** The same resource under the next free name: a changed spec would make the operator run a finished one again. */
final class Restart {

    private static final Pattern NUMBERED = Pattern.compile("(.+)-r(\\d{1,6})");

    private final ApplicationApi api;

    Restart(ApplicationApi api) {
        this.api = api;
    }

    Draft of(String name) {
        if (api.dialect().equals(Dialect.OF_NONE)) {
            throw noResource(name);
        }
        var original = api.find(name).orElseThrow(() -> gone(name));
        var next = freeName(name);
        var oldSecret = Annotations.of(original, Annotations.RPC_SECRET);
        var newSecret = oldSecret.map(any -> next + "-rpc-" + Draft.random());
        var copy = new GenericKubernetesResource();
        copy.setApiVersion(original.getApiVersion());
        copy.setKind(original.getKind());
        copy.setMetadata(metadata(original, next));
        copy.setAdditionalProperty("spec", spec(original, oldSecret, newSecret));
        var draft = Draft.of(copy, newSecret, Optional.empty());
        Annotations.of(original, Annotations.CODE_STORE)
                .ifPresent(store -> Annotations.put(copy, Map.of(Annotations.CODE_STORE, store)));
        return Annotations.of(original, Annotations.S3_SECRET)
                .map(secret -> draft.storeKeys(secret, Map.of()))
                .orElse(draft);
    }

    private Map<String, Object> spec(
            GenericKubernetesResource original, Optional<String> oldSecret, Optional<String> newSecret) {
        var serialization = api.connection().client().getKubernetesSerialization();
        var json = serialization.asJson(original.getAdditionalProperties().get("spec"));
        var text = ownResults(
                oldSecret.map(old -> json.replace(old, newSecret.orElseThrow())).orElse(json),
                CodeReferences.of(original).map(CodeReferences::results).orElse(Set.of()));
        @SuppressWarnings("unchecked")
        Map<String, Object> spec = serialization.unmarshal(text, HashMap.class);
        spec.remove("suspend");
        return spec;
    }

    /** Neither run overwrites what came of the other's task, nor takes it away when it is deleted. */
    static String ownResults(String spec, Set<String> ids) {
        var text = spec;
        for (var id : ids) {
            text = text.replace(
                    ContentStore.results(id),
                    ContentStore.results(UUID.randomUUID().toString()));
        }
        return text;
    }

    /** What other tools noted is not meant for the new one. */
    private static ObjectMeta metadata(GenericKubernetesResource original, String name) {
        return new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(original.getMetadata().getNamespace())
                .withLabels(original.getMetadata().getLabels())
                .build();
    }

    private String freeName(String name) {
        var numbered = NUMBERED.matcher(name);
        var base = numbered.matches() ? numbered.group(1) : name;
        var number = numbered.matches() ? Integer.parseInt(numbered.group(2)) + 1 : 2;
        while (api.find(base + "-r" + number).isPresent()) {
            number++;
        }
        return base + "-r" + number;
    }

    private UnsupportedByOperatorException noResource(String name) {
        return new UnsupportedByOperatorException(
                api.dialect().product(),
                new Explanation(
                        "restart application \"" + name + "\"",
                        "there is a driver's pod and no resource that says what was wanted",
                        "without an operator nothing keeps the spec",
                        "submit the spec again under another name"));
    }

    private ClusterAccessException gone(String name) {
        return new ClusterAccessException(
                new Request("restart", api.dialect().resourceName(), name, api.namespace()),
                new Answer(404, "it is gone, and its spec with it"),
                "submit the spec again",
                null);
    }
}
