package dev.kindling.embedded.internal.operator.apache;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.embedded.internal.store.Meta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.math.BigInteger;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/** One {@code SparkApplication} of Apache's dialect, as read from the store; the JSON is not changed. */
record Application(JsonNode json) {

    static final String FINALIZER = "sparkapplications.spark.apache.org/finalizer";
    private static final int ID_LENGTH = 46;
    private static final int HASH_LENGTH = 36;

    String namespace() {
        return Meta.namespace(json);
    }

    String name() {
        return Meta.name(json);
    }

    String uid() {
        return Meta.uid(json);
    }

    JsonNode spec() {
        return json.path("spec");
    }

    String conf(String key) {
        return spec().path("sparkConf").path(key).asText();
    }

    boolean isClientMode() {
        return spec().path("deploymentMode").asText().equals("ClientMode");
    }

    boolean hasDynamicAllocation() {
        return conf("spark.dynamicAllocation.enabled").equalsIgnoreCase("true");
    }

    Tolerations tolerations() {
        return new Tolerations(spec().path("applicationTolerations"));
    }

    Optional<AppStatus> status() {
        return AppStatus.read(json.path("status"));
    }

    boolean isBeingDeleted() {
        return Meta.isTerminating(json);
    }

    boolean hasFinalizer() {
        return Meta.finalizers(json).contains(FINALIZER);
    }

    /** Spark's id of an attempt, and the beginning of its objects' names. Too long a name is replaced by a hash. */
    String id(Attempt attempt) {
        var own = conf("spark.app.id");
        if (!own.isEmpty()) {
            return own;
        }
        var id = name() + "-" + attempt.id();
        return id.length() <= ID_LENGTH ? id : id.substring(0, ID_LENGTH - HASH_LENGTH - 1) + "-" + hash(attempt);
    }

    private String hash(Attempt attempt) {
        var digest = DigestUtils.sha256(String.join("/", namespace(), name(), Long.toString(attempt.id())));
        return new BigInteger(1, digest).toString(Character.MAX_RADIX).substring(0, HASH_LENGTH);
    }

    OwnerReference owner() {
        return new OwnerReferenceBuilder()
                .withApiVersion(json.path("apiVersion").asText())
                .withKind(json.path("kind").asText())
                .withName(name())
                .withUid(uid())
                .withBlockOwnerDeletion(true)
                .build();
    }
}
