package dev.kindling.embedded.internal.api;

import dev.kindling.embedded.internal.api.PodLogs.ContainerLog;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;

/** Sends a log, and what is added to it, as fast as the client reads. Files are read off the event loop. */
final class LogStream {
    private final Context loop;
    private final ContainerLog log;
    private final LogFile file;
    private final boolean follow;
    private final HttpServerResponse response;
    private final PodLogs.Subscription growth;
    private boolean reading;
    private boolean grown;
    private boolean closed;

    private LogStream(Vertx vertx, ContainerLog log, LogFile file, boolean follow, HttpServerResponse response) {
        this.loop = vertx.getOrCreateContext();
        this.log = log;
        this.file = file;
        this.follow = follow;
        this.response = response;
        this.growth = log.onGrowth(() -> loop.runOnContext(nothing -> readMore()));
    }

    static void send(Vertx vertx, ContainerLog log, LogRequest request, HttpServerResponse response)
            throws IOException {
        LogFile file = LogFile.open(log.file(), request);
        response.setChunked(true).putHeader(HttpHeaders.CONTENT_TYPE, "text/plain");
        response.write("");
        LogStream stream = new LogStream(vertx, log, file, request.follow(), response);
        response.closeHandler(gone -> stream.close());
        response.endHandler(ended -> stream.close());
        stream.readMore();
    }

    private void readMore() {
        grown = true;
        if (reading || closed) {
            return;
        }
        reading = true;
        grown = false;
        boolean complete = log.complete(); // asked before reading: what came before it is in the file
        loop.<byte[]>executeBlocking(file::next, false).onComplete(read -> {
            reading = false;
            if (closed) {
                file.close();
            } else if (read.failed()) {
                response.reset();
            } else {
                sent(read.result(), complete);
            }
        });
    }

    private void sent(byte[] lines, boolean complete) {
        if (lines.length > 0) {
            response.write(Buffer.buffer(lines));
        }
        boolean atEnd = lines.length == 0 && (complete || !follow);
        if (atEnd || file.hasReachedItsLimit()) {
            response.end();
        } else if (response.writeQueueFull()) {
            response.drainHandler(drained -> readMore());
        } else if (lines.length > 0 || grown) {
            readMore();
        }
    }

    private void close() {
        if (closed) {
            return;
        }
        closed = true;
        growth.close();
        if (!reading) {
            file.close();
        }
    }
}
