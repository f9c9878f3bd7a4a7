package dev.kindling.internal.forward;

import io.fabric8.kubernetes.client.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What arrives of a tunnel. Called by one thread at a time. */
final class FromPod implements WebSocket.Listener {

    private static final int DATA = 0;
    private static final int ERRORS = 1;
    private static final int GREETING_BYTES = 2;

    private final ForwardedConnection connection;
    private final boolean[] greeted = new boolean[ERRORS + 1];

    FromPod(ForwardedConnection connection) {
        this.connection = connection;
    }

    @Override
    public void onMessage(WebSocket way, ByteBuffer message) {
        var channel = message.hasRemaining() ? message.get() : -1;
        if (channel != DATA && channel != ERRORS) {
            connection.tunnelEnded("the API server sent a message of channel " + channel);
        } else if (isGreeting(channel, message) || !message.hasRemaining()) {
            way.request();
        } else if (channel == DATA) {
            connection.received(way, message);
        } else {
            connection.tunnelEnded(
                    StandardCharsets.UTF_8.decode(message).toString().strip());
        }
    }

    /**
     * Each channel begins with the port's number, which may be lost, as the client listens a moment later than it says: it
     * is known by its length, as no answer begins with a message of two bytes.
     */
    private boolean isGreeting(int channel, ByteBuffer message) {
        var isFirst = !greeted[channel];
        greeted[channel] = true;
        return isFirst && message.remaining() == GREETING_BYTES;
    }

    @Override
    public void onMessage(WebSocket way, String text) {
        onMessage(way, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void onClose(WebSocket way, int code, String reason) {
        connection.tunnelEnded("the connection ended without an answer");
    }

    @Override
    public void onError(WebSocket way, Throwable failure) {
        connection.tunnelEnded(ForwardedConnection.text(failure));
    }
}
