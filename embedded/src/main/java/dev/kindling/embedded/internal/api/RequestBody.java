package dev.kindling.embedded.internal.api;

import dev.kindling.embedded.internal.store.StatusException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Collects a request's body, up to what a cluster accepts. */
final class RequestBody {
    private static final int LARGEST = 3 * 1024 * 1024;

    private RequestBody() {}

    static void collect(HttpServerRequest request, Consumer<Buffer> then) {
        Buffer body = Buffer.buffer();
        request.handler(piece -> {
            if (body.length() <= LARGEST) {
                body.appendBuffer(piece);
            }
        });
        request.endHandler(end -> {
            if (body.length() > LARGEST) {
                Responses.guard(request, () -> {
                    throw StatusException.tooLarge("limit is " + LARGEST);
                });
            } else {
                then.accept(body);
            }
        });
    }
}
