package dev.kindling.embedded.internal.api;

import dev.kindling.embedded.internal.select.Selection;
import dev.kindling.embedded.internal.store.StatusException;
import io.vertx.core.MultiMap;
import java.util.Optional;
import java.util.OptionalLong;

/** The parameters of a request. */
record Query(MultiMap parameters) {
    String text(String name) {
        return Optional.ofNullable(parameters.get(name)).orElse("");
    }

    boolean flag(String name) {
        return text(name).equals("true") || text(name).equals("1");
    }

    OptionalLong number(String name) {
        String value = text(name);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(value));
        } catch (NumberFormatException e) {
            throw StatusException.badRequest("invalid value for " + name + ": \"" + value + "\" is not a number");
        }
    }

    boolean isWatch() {
        return flag("watch");
    }

    boolean isDryRun() {
        return text("dryRun").equals("All");
    }

    Selection selection() {
        return Selection.parse(text("labelSelector"), text("fieldSelector"));
    }
}
