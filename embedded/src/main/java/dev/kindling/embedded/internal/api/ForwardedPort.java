package dev.kindling.embedded.internal.api;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;

/** One connection to a pod through a client's WebSocket: neither side is sent more than it reads. */
final class ForwardedPort {
    private static final short GOING_AWAY = 1001;

    /** A message has to fit into one frame: fabric8 asks for the next message only, and so for no second frame. */
    private static final int LARGEST_MESSAGE = 32 * 1024;

    private final ServerWebSocket socket;
    private final int channel;
    private final Future<NetSocket> target;

    private ForwardedPort(ServerWebSocket socket, int channel, Future<NetSocket> target) {
        this.socket = socket;
        this.channel = channel;
        this.target = target;
    }

    /** @param channel the even number of the data; errors go to the next */
    static ForwardedPort open(NetClient client, ServerWebSocket socket, String address, int port, int channel) {
        // Clients expect the port on both channels before anything else, the low byte first.
        for (int each : new int[] {channel, channel + 1}) {
            socket.writeBinaryMessage(begin(each).appendUnsignedShortLE(port));
        }
        ForwardedPort forwarded = new ForwardedPort(socket, channel, client.connect(port, address));
        forwarded
                .target
                .onSuccess(forwarded::connected)
                .onFailure(why -> forwarded.refused("error forwarding port " + port + " to pod: " + why.getMessage()));
        return forwarded;
    }

    void send(Buffer data) {
        target.onSuccess(pod -> {
            pod.write(data);
            if (pod.writeQueueFull()) {
                socket.pause();
                pod.drainHandler(drained -> socket.resume());
            }
        });
    }

    void close() {
        target.onSuccess(NetSocket::close);
    }

    private void connected(NetSocket pod) {
        pod.handler(data -> {
            for (int start = 0; start < data.length(); start += LARGEST_MESSAGE) {
                int length = Math.min(LARGEST_MESSAGE, data.length() - start);
                socket.writeBinaryMessage(begin(channel).appendBuffer(data, start, length));
            }
            if (socket.writeQueueFull()) {
                pod.pause();
                socket.drainHandler(drained -> pod.resume());
            }
        });
        pod.closeHandler(closed -> end());
    }

    private void refused(String why) {
        socket.writeBinaryMessage(begin(channel + 1).appendString(why));
        end();
    }

    private void end() {
        if (!socket.isClosed()) {
            socket.close(GOING_AWAY);
        }
    }

    private static Buffer begin(int channel) {
        return Buffer.buffer().appendByte((byte) channel);
    }
}
