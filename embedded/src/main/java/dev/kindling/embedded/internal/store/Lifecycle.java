package dev.kindling.embedded.internal.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** The metadata that only the server writes: identity, times, generation, and whether an object may go. */
final class Lifecycle {
    private static final String SUFFIX_LETTERS = "bcdfghjklmnpqrstvwxz2456789";
    private static final int SUFFIX_LENGTH = 5;
    private static final List<String> SERVER_OWNED =
            List.of("uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "generateName");
    private static final Set<String> NOT_SPEC = Set.of("metadata", "status", "apiVersion", "kind");

    private Lifecycle() {}

    static void stampNew(ResourceType type, ObjectNode object) {
        object.put("apiVersion", type.apiVersion()).put("kind", type.kind());
        ObjectNode meta = Meta.of(object);
        if (Meta.name(object).isEmpty() && meta.hasNonNull("generateName")) {
            meta.put("name", meta.get("generateName").asText() + suffix());
        }
        if (!type.namespaced()) {
            meta.remove("namespace");
        }
        meta.remove(List.of("resourceVersion", "deletionTimestamp", "deletionGracePeriodSeconds", "selfLink"));
        meta.put("uid", UUID.randomUUID().toString());
        meta.put("creationTimestamp", timestamp(0));
        meta.put("generation", 1L);
    }

    /** What a writer cannot change stays as it was; a changed spec is a new generation. */
    static void stampChanged(ResourceType type, ObjectNode current, ObjectNode changed) {
        ObjectNode before = Meta.of(current);
        ObjectNode meta = Meta.of(changed);
        changed.put("apiVersion", current.path("apiVersion").asText());
        changed.put("kind", type.kind());
        for (String field : SERVER_OWNED) {
            keep(before, meta, field);
        }
        long generation = before.path("generation").asLong(1);
        meta.put("generation", sameSpec(current, changed) ? generation : generation + 1);
    }

    /** How long the object stays for its kubelet to end it; 0 where nobody has to be waited for. */
    static long gracePeriod(ResourceType type, JsonNode object, DeleteOptions options) {
        JsonNode spec = object.path("spec");
        String phase = object.path("status").path("phase").asText("");
        boolean running = type.equals(ResourceTypes.PODS)
                && spec.hasNonNull("nodeName")
                && !phase.equals("Succeeded")
                && !phase.equals("Failed");
        if (!running) {
            return 0;
        }
        Long asked = options.gracePeriodSeconds();
        return asked == null ? spec.path("terminationGracePeriodSeconds").asLong(30) : Math.max(0, asked);
    }

    static void markTerminating(ObjectNode object, long gracePeriod) {
        ObjectNode meta = Meta.of(object);
        meta.put("deletionTimestamp", timestamp(gracePeriod));
        meta.put("deletionGracePeriodSeconds", gracePeriod);
    }

    static void addFinalizer(ObjectNode object, String finalizer) {
        if (!Meta.finalizers(object).contains(finalizer)) {
            Meta.of(object).withArray("finalizers").add(finalizer);
        }
    }

    /** Someone still has something to do for this object (a namespace keeps its list in the spec). */
    static boolean isHeld(JsonNode object) {
        JsonNode inSpec = object.path("spec").path("finalizers");
        return !Meta.finalizers(object).isEmpty() || (inSpec.isArray() && !inSpec.isEmpty());
    }

    static boolean mayGo(JsonNode object) {
        long grace = object.path("metadata").path("deletionGracePeriodSeconds").asLong(0);
        return Meta.isTerminating(object) && grace == 0 && !isHeld(object);
    }

    private static boolean sameSpec(ObjectNode a, ObjectNode b) {
        return fields(a).equals(fields(b))
                && fields(a).stream().allMatch(name -> a.get(name).equals(b.get(name)));
    }

    private static Set<String> fields(ObjectNode object) {
        Stream<String> names = object.properties().stream().map(java.util.Map.Entry::getKey);
        return names.filter(name -> !NOT_SPEC.contains(name)).collect(java.util.stream.Collectors.toSet());
    }

    private static void keep(ObjectNode before, ObjectNode after, String field) {
        if (before.has(field)) {
            after.set(field, before.get(field));
        } else {
            after.remove(field);
        }
    }

    private static String suffix() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < SUFFIX_LENGTH; i++) {
            text.append(SUFFIX_LETTERS.charAt(ThreadLocalRandom.current().nextInt(SUFFIX_LETTERS.length())));
        }
        return text.toString();
    }

    private static String timestamp(long secondsFromNow) {
        return Instant.now()
                .plusSeconds(secondsFromNow)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
