package dev.kindling.internal.application;

import dev.kindling.internal.code.ContentStore;
import dev.kindling.storage.CodeStore;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a resource needs of its code store, as it says itself: so that whoever deletes it, or runs it again, need not know
 * how it was submitted.
 *
 * @param hashes of contents
 * @param results ids of results of tasks
 * @param submission whose references they are
 * @param fromResource the object store as pods reach it
 */
record CodeReferences(
        CodeStore store, Set<String> hashes, Set<String> results, String submission, ResourceStore fromResource) {

    static Optional<CodeReferences> of(GenericKubernetesResource resource) {
        return Annotations.of(resource, Annotations.CODE_STORE)
                .map(CodeReferences::parsed)
                .map(store -> {
                    var text = Json.of(resource).toString();
                    return new CodeReferences(
                            store,
                            found(store, "([0-9a-f]{64})/", text),
                            found(store, ContentStore.results("([0-9a-f-]{36})"), text),
                            Annotations.of(resource, Annotations.SUBMISSION).orElse(""),
                            ResourceStore.of(ResourceStore.settings(resource)));
                });
    }

    private static Set<String> found(CodeStore store, String below, String text) {
        return Pattern.compile(Pattern.quote(store.folder() + "/") + below)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    static String text(CodeStore store) {
        return store.folder() + " " + store.keepUnused();
    }

    private static CodeStore parsed(String text) {
        var parts = text.split(" ");
        return CodeStore.at(parts[0]).keepUnused(Duration.parse(parts[1]));
    }

    /** For a run of the same contents that is about to be made. */
    void add(String newSubmission, Optional<S3> known, KubernetesCluster cluster) {
        try (var target = ContentStore.open(store, known.orElseGet(fromResource::fromHere), cluster)) {
            target.refer(hashes, newSubmission);
        }
    }

    /** Of a run that is gone. */
    void release(Optional<S3> known, KubernetesCluster cluster) {
        try (var target = ContentStore.open(store, known.orElseGet(fromResource::fromHere), cluster)) {
            target.release(hashes, results, submission);
        }
    }
}
