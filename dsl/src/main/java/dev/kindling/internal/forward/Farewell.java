package dev.kindling.internal.forward;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.nio.channels.ReadPendingException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A last answer to a program, which is left time to read it. */
final class Farewell {

    private static final int LINGER_SECONDS = 2;

    private final AsynchronousSocketChannel socket;
    private final ByteBuffer answer;
    private final ByteBuffer unread = ByteBuffer.allocate(16 * 1024);

    Farewell(AsynchronousSocketChannel socket, byte[] answer) {
        this.socket = socket;
        this.answer = ByteBuffer.wrap(answer);
    }

    /** @param close called when the program has the answer */
    void send(Runnable close) {
        socket.write(answer, LINGER_SECONDS, TimeUnit.SECONDS, null, new CompletionHandler<Integer, @Nullable Void>() {
            @Override
            public void completed(Integer written, @Nullable Void nothing) {
                if (answer.hasRemaining()) {
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

    /** A connection that is closed with a request unread takes back what was sent: waits for the program to close it. */
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
            // The connection's own reader goes on until the program closes it.
        }
    }
}
