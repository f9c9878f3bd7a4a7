package dev.kindling.embedded.internal.api;

import dev.kindling.embedded.internal.store.StatusException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Supplier;

/** Writes answers; whatever goes wrong becomes a Status. */
final class Responses {
    private static final System.Logger LOG = System.getLogger(Responses.class.getName());

    private Responses() {}

    static void send(HttpServerRequest request, Supplier<Answer> work) {
        send(request.response(), guarded(request, work));
    }

    /** For code that answers by itself if all goes well. */
    static void guard(HttpServerRequest request, Runnable work) {
        try {
            work.run();
        } catch (StatusException refusal) {
            send(request.response(), Answer.of(refusal));
        } catch (RuntimeException e) {
            send(request.response(), Answer.of(failed(request, e)));
        }
    }

    private static Answer guarded(HttpServerRequest request, Supplier<Answer> work) {
        try {
            return work.get();
        } catch (StatusException refusal) {
            return Answer.of(refusal);
        } catch (RuntimeException e) {
            return Answer.of(failed(request, e));
        }
    }

    private static StatusException failed(HttpServerRequest request, RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, () -> request.method() + " " + request.path() + " failed", e);
        return StatusException.internal(e.toString());
    }

    private static void send(HttpServerResponse response, Answer answer) {
        if (!response.ended() && !response.closed()) {
            response.setStatusCode(answer.code())
                    .putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType())
                    .end(Json.write(answer.body()));
        }
    }
}
