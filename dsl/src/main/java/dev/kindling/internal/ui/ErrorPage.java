package dev.kindling.internal.ui;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.nio.channels.ReadPendingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An answer in place of the UI's, which the browser asks for again every few seconds. */
final class ErrorPage {

    /** A driver's UI answers some seconds after its container has started. */
    private static final int RELOAD_SECONDS = 3;

    private static final int LINGER_SECONDS = 2;

    private final AsynchronousSocketChannel socket;
    private final ByteBuffer page;
    private final ByteBuffer unread = ByteBuffer.allocate(1024);

    ErrorPage(AsynchronousSocketChannel socket, String target, String why) {
        var text = "Kindling cannot reach " + target + ".\n\n" + why + "\n\nThis page tries again by itself.\n";
        var body = text.getBytes(StandardCharsets.UTF_8);
        var head =
                "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: " + body.length
                        + "\r\nRefresh: " + RELOAD_SECONDS + "\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";
        this.socket = socket;
        this.page = ByteBuffer.allocate(head.length() + body.length)
                .put(head.getBytes(StandardCharsets.US_ASCII))
                .put(body)
                .flip();
    }

    /** @param close called when the browser has the page */
    void send(Runnable close) {
        socket.write(page, LINGER_SECONDS, TimeUnit.SECONDS, null, new CompletionHandler<Integer, @Nullable Void>() {
            @Override
            public void completed(Integer written, @Nullable Void nothing) {
                if (page.hasRemaining()) {
                    send(close);
                } else {
                    linger(close);
                }
            }

            @Override
            public void failed(Throwable why, @Nullable Void nothing) {
                close.run();
            }
        });
    }

    /** A connection that is closed with a request unread takes back what was sent: waits for the browser to close it. */
    private void linger(Runnable close) {
        unread.clear();
        try {
            socket.read(
                    unread, LINGER_SECONDS, TimeUnit.SECONDS, null, new CompletionHandler<Integer, @Nullable Void>() {
                        @Override
                        public void completed(Integer read, @Nullable Void nothing) {
                            if (read < 0) {
                                close.run();
                            } else {
                                linger(close);
                            }
                        }

                        @Override
                        public void failed(Throwable why, @Nullable Void nothing) {
                            close.run();
                        }
                    });
        } catch (ReadPendingException e) {
            // The tunnel's own reader sees the end, and closes.
        }
    }
}
