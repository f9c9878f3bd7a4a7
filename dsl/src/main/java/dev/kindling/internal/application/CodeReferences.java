package dev.kindling.internal.application;

import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.CodeStoreException;
import dev.kindling.diagnosis.Explanation;
import dev.kindling.internal.code.ContentStore;
import dev.kindling.internal.code.Reference;
import dev.kindling.internal.code.Uninterrupted;
import dev.kindling.storage.CodeStore;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a resource needs of its code store, as it says itself: so that whoever deletes it, or runs it again, need not know
 * how it was submitted.
 *
 * @param hashes of contents
 * @param results ids of results of tasks
 * @param submission whose references they are
 * @param name the resource's
 * @param fromResource the object store as pods reach it
 */
record CodeReferences(
        CodeStore store,
        Set<String> hashes,
        Set<String> results,
        String submission,
        String name,
        ResourceStore fromResource) {

    /** Of its own name: the command line prints what it says, as nothing is thrown. */
    private static final Logger LEFT = LoggerFactory.getLogger("dev.kindling.left");

    private static final String OWN_KEYS =
            "export AWS_ACCESS_KEY_ID=.. AWS_SECRET_ACCESS_KEY=.. for this process, with keys of the store";

    private static final String LATER =
            "; what stayed goes when it is a day old, with the next run that is submitted or deleted by whoever has keys";

    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);
    private static final Map<URI, Instant> SWEPT = new ConcurrentHashMap<>();

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
                            resource.getMetadata().getName(),
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

    /**
     * Of a submission that has made no run: results of that id, if any, are those of the run which was there before, of the same
     * key or the one to be run again.
     */
    CodeReferences withoutRun() {
        return new CodeReferences(store, hashes, Set.of(), submission, name, fromResource);
    }

    /** As it lies beside each content. */
    Reference reference(ApplicationApi api) {
        return new Reference(Origin.of(api), submission, results);
    }

    /** For a run of the same contents that is about to be made; where one is refused, those before it are taken back. */
    void add(ApplicationApi api, Optional<S3> known, KubernetesCluster cluster) {
        var added = new HashSet<String>();
        try (var target = open(known, cluster)) {
            for (var hash : hashes) {
                target.refer(hash, reference(api));
                added.add(hash);
            }
        } catch (RuntimeException e) {
            // Without keys there is none, and the same keys would be missed again.
            if (!added.isEmpty()) {
                release(api, known, cluster);
            }
            throw e instanceof CodeStoreException refused
                    ? new CodeStoreException(explained(refused.explanation().tried(), refused, known, ""), e)
                    : e;
        }
    }

    /** Of a run that is gone. */
    void release(ApplicationApi api, Optional<S3> known, KubernetesCluster cluster) {
        quietly(
                "take away what " + name + " needed of " + store,
                known,
                cluster,
                target -> target.release(hashes, reference(api), () -> submissionsThere(api)));
    }

    /** Not at each submission: who submits often, and has the cluster delete its runs, still leaves nothing for long. */
    void sweepAtTimes(ApplicationApi api, Optional<S3> known, KubernetesCluster cluster) {
        var now = Instant.now();
        var due = SWEPT.merge(
                store.folder(), now, (last, time) -> last.isBefore(time.minus(BETWEEN_SWEEPS)) ? time : last);
        if (due.equals(now)) {
            quietly(
                    "take away what no run needs of " + store,
                    known,
                    cluster,
                    target -> target.sweep(Origin.of(api), () -> submissionsThere(api), now));
        }
    }

    /**
     * What was wanted is done, or has failed for a reason of its own, also that it was interrupted. What stays behind is named.
     */
    private void quietly(String what, Optional<S3> known, KubernetesCluster cluster, Consumer<ContentStore> tidying) {
        Uninterrupted.run(() -> {
            try (var target = open(known, cluster)) {
                tidying.accept(target);
            } catch (CodeStoreException e) {
                LEFT.warn("{}", explained(what, e, known, LATER));
            } catch (RuntimeException e) {
                LEFT.warn("Tried to {}: {}{}", what, e.getMessage(), LATER);
            }
        });
    }

    /** Of a run that was taken over there is no spec to write anything in. */
    private static Explanation explained(String tried, CodeStoreException e, Optional<S3> known, String andElse) {
        var said = e.explanation();
        var line = known.isPresent() ? said.lineToWrite() : OWN_KEYS;
        return new Explanation(tried, said.seen(), said.why(), line + andElse);
    }

    private ContentStore open(Optional<S3> known, KubernetesCluster cluster) {
        return ContentStore.open(store, known.orElseGet(fromResource::fromHere), cluster);
    }

    private static Optional<Set<String>> submissionsThere(ApplicationApi api) {
        var there = new HashSet<String>();
        try {
            Pages.each(api, Map.of(), item -> Annotations.of(item, Annotations.SUBMISSION)
                    .ifPresent(there::add));
            return Optional.of(there);
        } catch (ClusterAccessException e) {
            return Optional.empty();
        }
    }
}
