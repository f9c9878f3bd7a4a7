package dev.kindling.embedded.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.StatusException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;

/** Where the next page of a list begins: the last object of this one, in the store's order. */
record PageToken(long resourceVersion, String namespace, String name) {
    private static final PageToken START = new PageToken(0, "", "");
    private static final Comparator<PageToken> ORDER =
            Comparator.comparing(PageToken::namespace).thenComparing(PageToken::name);

    static PageToken parse(String text) {
        if (text.isEmpty()) {
            return START;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("/", -1);
            return new PageToken(Long.parseLong(parts[0]), parts[1], parts[2]);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw StatusException.badRequest("continue key is not valid: " + text);
        }
    }

    String write() {
        byte[] plain = (resourceVersion + "/" + namespace + "/" + name).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    boolean isStart() {
        return this.equals(START);
    }

    boolean isBefore(JsonNode object) {
        return ORDER.compare(this, new PageToken(0, Meta.namespace(object), Meta.name(object))) < 0;
    }
}
