package dev.kindling.internal.application;

import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.ClusterAccessException.Answer;
import dev.kindling.diagnosis.ClusterAccessException.Request;
import dev.kindling.diagnosis.Explanation;
import dev.kindling.diagnosis.IdempotencyConflictException;
import dev.kindling.internal.conf.MountedRpcSecret;
import dev.kindling.internal.kubernetes.ClusterErrors;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Creates a custom resource and its Secret; never overwrites what is there. */
final class Creation {

    private static final int CONFLICT = 409;

    private final ApplicationApi api;
    private final Draft draft;

    Creation(ApplicationApi api, Draft draft) {
        this.api = api;
        this.draft = draft;
    }

    /** What was created, or was before: by this very submission, or with the same key and spec. */
    GenericKubernetesResource run() {
        var created = created();
        draft.rpcSecret().ifPresent(name -> secret(created));
        Annotations.of(created, Annotations.S3_SECRET)
                .ifPresent(name -> new StoreKeys(api, name).give(created, draft.storeKeys()));
        return created;
    }

    private GenericKubernetesResource created() {
        try {
            return made();
        } catch (KubernetesClientException e) {
            return e.getCode() <= 0 && quietly().isEmpty() ? createdAtLast() : afterAll(e);
        }
    }

    /** The first try may be on its way still; then one of both is refused, and what is there is ours. */
    private GenericKubernetesResource createdAtLast() {
        try {
            return made();
        } catch (KubernetesClientException e) {
            return afterAll(e);
        }
    }

    private GenericKubernetesResource made() {
        var making = Making.of(api, draft);
        DryRuns.once(api, draft, "dry run", making::dryRun);
        return making.create();
    }

    /** Without an answer, or with one of a server in trouble, it may have been created all the same. */
    private GenericKubernetesResource afterAll(KubernetesClientException e) {
        var mayExist = e.getCode() == CONFLICT || e.getCode() <= 0 || e.getCode() >= 500;
        return mayExist ? adopted(e) : refuse(e);
    }

    private GenericKubernetesResource refuse(KubernetesClientException e) {
        throw api.refused(e, "create", draft.name());
    }

    private GenericKubernetesResource adopted(KubernetesClientException e) {
        var found = e.getCode() == CONFLICT ? api.find(draft.name()) : quietly();
        if (found.isEmpty()) {
            return refuse(e);
        }
        var existing = found.get();
        if (Annotations.of(existing, Annotations.SUBMISSION)
                .filter(draft.submission()::equals)
                .isPresent()) {
            return existing;
        }
        return draft.idempotencyKey().map(key -> sameSpec(key, existing)).orElseThrow(() -> taken(existing, e));
    }

    /** The server that did not answer may still not. */
    private Optional<GenericKubernetesResource> quietly() {
        try {
            return api.find(draft.name());
        } catch (ClusterAccessException e) {
            return Optional.empty();
        }
    }

    private GenericKubernetesResource sameSpec(String key, GenericKubernetesResource existing) {
        var same = Annotations.of(existing, Annotations.SPEC_HASH)
                .filter(draft.specHash()::equals)
                .isPresent();
        if (same) {
            return existing;
        }
        throw new IdempotencyConflictException(
                key,
                draft.name(),
                new Explanation(
                        "submit application \"" + draft.name() + "\" once for key \"" + key + "\"",
                        "it is there, made from another spec",
                        "a key stands for one run of one spec",
                        "another key for another spec: .idempotencyKey(\"" + key + "-2\"), or the spec as it was"));
    }

    private ClusterAccessException taken(GenericKubernetesResource existing, KubernetesClientException e) {
        var state = api.dialect().read(Json.of(existing), Instant.now()).state();
        return new ClusterAccessException(
                new Request("create", api.dialect().resourceName(), draft.name(), api.namespace()),
                new Answer(CONFLICT, "one of that name is there, in state " + state),
                api.dialect().whereNameIsTaken(draft.name()),
                e);
    }

    /** Owned from the start, so that it goes with the application; pods wait until it is there. */
    private void secret(GenericKubernetesResource owner) {
        var name = Annotations.of(owner, Annotations.RPC_SECRET).orElseThrow();
        var secret = MountedRpcSecret.create(name, api.namespace());
        secret.getMetadata().setOwnerReferences(List.of(StoreKeys.reference(owner)));
        try {
            api.connection()
                    .client()
                    .secrets()
                    .inNamespace(api.namespace())
                    .resource(secret)
                    .create();
        } catch (KubernetesClientException e) {
            if (e.getCode() != CONFLICT) {
                new Deletion(api, Identity.of(owner)).request();
                throw ClusterErrors.of(
                        new Request("create", "secrets", name, api.namespace()),
                        api.connection().apiServer(),
                        e);
            }
        }
    }
}
