package dev.kindling.embedded.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.StatusException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.NetClient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code pods/portforward} over a WebSocket, as fabric8 and Python's client speak it. kubectl wants its own multiplexing
 * inside, which is not offered.
 */
final class PortForwards {
    /** Every message begins with the number of its channel; each port has two, for data and for errors. */
    static final String PROTOCOL = "v4.channel.k8s.io";

    private static final int HIGHEST_PORT = 65_535;

    /**
     * fabric8 sets its handlers a moment after the handshake and loses what came before; it skips the first two messages
     * that it sees, and so loses an answer's beginning too. What it sends shows that it listens. A client that waits for
     * the pod to speak first is let wait this long.
     */
    private static final long LONGEST_SILENCE_MILLIS = 250;

    private final Vertx vertx;
    private final NetClient client;

    PortForwards(Vertx vertx) {
        this.vertx = vertx;
        this.client = vertx.createNetClient();
    }

    void open(HttpServerRequest request, ObjectNode pod, Query query) {
        List<Integer> ports = ports(query);
        String address = address(pod);
        String offered =
                Optional.ofNullable(request.getHeader("Sec-WebSocket-Protocol")).orElse("");
        if (!EventSink.wantsWebSocket(request)
                || !Arrays.asList(offered.split(" *, *")).contains(PROTOCOL)) {
            throw StatusException.badRequest(
                    "unable to upgrade: ports are forwarded over a WebSocket of protocol " + PROTOCOL + " only");
        }
        request.toWebSocket().onSuccess(socket -> {
            socket.pause();
            // Not before the handshake is through: what is sent earlier is lost.
            vertx.getOrCreateContext().runOnContext(nothing -> start(socket, address, ports));
        });
    }

    private void start(ServerWebSocket socket, String address, List<Integer> ports) {
        List<ForwardedPort> channels = new ArrayList<>();
        Runnable begin = () -> {
            for (int i = channels.size(); i < ports.size(); i++) {
                channels.add(ForwardedPort.open(client, socket, address, ports.get(i), 2 * i));
            }
        };
        long silence = vertx.setTimer(LONGEST_SILENCE_MILLIS, elapsed -> begin.run());
        socket.binaryMessageHandler(message -> {
            begin.run();
            dispatch(message, channels);
        });
        socket.closeHandler(closed -> {
            vertx.cancelTimer(silence);
            channels.forEach(ForwardedPort::close);
        });
        socket.resume();
    }

    private static void dispatch(Buffer message, List<ForwardedPort> channels) {
        if (message.length() == 0) {
            return;
        }
        int channel = message.getUnsignedByte(0);
        boolean data = channel % 2 == 0;
        if (data && channel / 2 < channels.size()) {
            channels.get(channel / 2).send(message.slice(1, message.length()));
        }
    }

    private static List<Integer> ports(Query query) {
        List<Integer> ports = query.parameters().getAll("ports").stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(PortForwards::port)
                .toList();
        if (ports.isEmpty()) {
            throw StatusException.badRequest("query parameter \"ports\" is required");
        }
        return ports;
    }

    private static int port(String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > HIGHEST_PORT) {
            throw StatusException.badRequest("unable to parse \"" + text + "\" as a port");
        }
        return port;
    }

    private static String address(ObjectNode pod) {
        String phase = pod.at("/status/phase").asText();
        String address = pod.at("/status/podIP").asText();
        if (!phase.equals("Running") || address.isEmpty()) {
            throw StatusException.badRequest("unable to forward port because pod is not running. Current status="
                    + (phase.isEmpty() ? "Pending" : phase));
        }
        return address;
    }
}
