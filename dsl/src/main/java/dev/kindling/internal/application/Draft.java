package dev.kindling.internal.application;

import dev.kindling.internal.conf.MountedRpcSecret;
import dev.kindling.internal.manifest.Manifests;
import dev.kindling.internal.manifest.Placement;
import dev.kindling.internal.manifest.ScheduleManifest;
import dev.kindling.internal.manifest.SubmitCheck;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.SchedulePlan;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.storage.CodeStore;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A custom resource that is about to be created, and the Secret that its pods refer to.
 *
 * @param specHash of what the spec says: the same for the same spec under the same name
 * @param shapeHash the same for the same spec under any name
 * @param submission of this one call
 * @param storeKeys what the Secret for object stores holds; empty: nothing is to be made
 */
record Draft(
        GenericKubernetesResource resource,
        Optional<String> rpcSecret,
        Optional<String> idempotencyKey,
        String specHash,
        String shapeHash,
        String submission,
        Map<String, String> storeKeys) {

    private static final KubernetesSerialization JSON = new KubernetesSerialization();

    /** With a key the name ends with ten digits of its hash: so much of the application's name is kept. */
    private static final int LONGEST_BASE = 40;

    private static final int DIGITS = 10;

    /** Checks and renders the whole spec; asks nothing. */
    static Draft of(ApplicationPlan plan, Operator operator, KubernetesCluster cluster) {
        var key = plan.lifecycle().idempotencyKey();
        var name = key.map(text -> keyed(plan.workload().name(), text))
                .orElse(plan.workload().name());
        var secret = Optional.of(name)
                .filter(any -> !(operator instanceof Operator.None)) // It makes its own.
                .flatMap(any -> secret(any, plan.workload()));
        var placement = placement(secret, cluster).name(name);
        return of(Manifests.resource(plan, operator, placement), secret, key);
    }

    /** The same of a schedule, whose Secret is its own: all its runs share it. */
    static Draft of(SchedulePlan plan, Operator operator, KubernetesCluster cluster) {
        var secret = secret(plan.name(), plan.application().workload());
        return of(ScheduleManifest.resource(plan, operator, placement(secret, cluster)), secret, Optional.empty());
    }

    private static Optional<String> secret(String name, WorkloadPlan plan) {
        return plan.encryption() && MountedRpcSecret.isWanted(plan.conf())
                ? Optional.of(name + "-rpc-" + random())
                : Optional.empty();
    }

    private static Placement placement(Optional<String> secret, KubernetesCluster cluster) {
        var placement = Placement.none().serviceAccount(cluster.serviceAccount());
        return secret.map(placement::rpcSecret).orElse(placement);
    }

    private static Draft of(Map<String, Object> tree, Optional<String> secret, Optional<String> key) {
        SubmitCheck.refuseErrors(tree);
        return of(JSON.convertValue(tree, GenericKubernetesResource.class), secret, key);
    }

    /** Of a resource that is complete but for our annotations. */
    static Draft of(GenericKubernetesResource resource, Optional<String> secret, Optional<String> key) {
        return of(
                resource,
                secret,
                key,
                secret.stream().toList(),
                UUID.randomUUID().toString(),
                Map.of());
    }

    /** With the Secret that the resource refers to, which is made after it. */
    Draft storeKeys(String secret, Map<String, String> data) {
        Annotations.put(resource, Map.of(Annotations.S3_SECRET, secret));
        var random = Stream.concat(rpcSecret.stream(), Stream.of(secret)).toList();
        return of(resource, rpcSecret, idempotencyKey, random, submission, data);
    }

    /** @param random names that differ each time and say nothing of the spec */
    private static Draft of(
            GenericKubernetesResource resource,
            Optional<String> secret,
            Optional<String> key,
            List<String> random,
            String submission,
            Map<String, String> storeKeys) {
        var spec = JSON.asJson(resource.getAdditionalProperties().get("spec"));
        for (var name : random) {
            spec = spec.replace(name, "*");
        }
        var shape = spec.replace(resource.getMetadata().getName(), "*");
        var draft = new Draft(
                resource,
                secret,
                key,
                DigestUtils.sha256Hex(spec),
                DigestUtils.sha256Hex(shape),
                submission,
                storeKeys);
        draft.annotate();
        return draft;
    }

    /** With the store that its code is brought to. */
    Draft codeIn(CodeStore store) {
        Annotations.put(resource, Map.of(Annotations.CODE_STORE, CodeReferences.text(store)));
        return this;
    }

    private void annotate() {
        var annotations = new HashMap<String, String>();
        Optional.ofNullable(resource.getMetadata().getAnnotations()).ifPresent(annotations::putAll);
        annotations.putAll(Map.of(Annotations.SPEC_HASH, specHash, Annotations.SUBMISSION, submission));
        rpcSecret.ifPresent(secret -> annotations.put(Annotations.RPC_SECRET, secret));
        resource.getMetadata().setAnnotations(annotations);
    }

    private static String keyed(String name, String key) {
        var base = name.substring(0, Math.min(name.length(), LONGEST_BASE)).replaceAll("-+$", "");
        return base + "-" + DigestUtils.sha256Hex(key).substring(0, DIGITS);
    }

    /** No two submissions share a Secret: one that is being removed with its owner must not be taken for a new one. */
    static String random() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    String name() {
        return resource.getMetadata().getName();
    }
}
