package dev.kindling.embedded;

import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * A way to the API server of an embedded Kubernetes on which some requests fare badly. Plain HTTP on this side, so that it
 * sees requests; a client without pipelining begins each one with a write of its own.
 */
public final class FaultyWay implements AutoCloseable {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final byte[] BUSY =
            """
            HTTP/1.1 429 Too Many Requests\r
            Retry-After: 1\r
            Content-Length: 0\r
            \r
            """
                    .getBytes(StandardCharsets.US_ASCII);

    /** What becomes of a request. */
    public enum Fault {
        /** The server does it, and its answer is lost with the connection. */
        LOST_ANSWER,
        /** The connection ends before the server hears of it. */
        CUT,
        /** The server is too busy, and says when to ask again. */
        BUSY
    }

    private final ServerSocket server = new ServerSocket(0, 50, LOOPBACK);
    private final URI target;
    private final Predicate<String> which;
    private final Fault fault;
    private final AtomicInteger left;

    private FaultyWay(URI target, Predicate<String> which, Fault fault, int times) throws IOException {
        this.target = target;
        this.which = which;
        this.fault = fault;
        this.left = new AtomicInteger(times);
        daemon(this::accept);
    }

    /** @param which by the first line of the request */
    public static FaultyWay to(EmbeddedKubernetes kubernetes, Predicate<String> which, Fault fault, int times)
            throws IOException {
        var config = Config.fromKubeconfig(kubernetes.kubeconfig().toFile());
        return new FaultyWay(URI.create(config.getMasterUrl()), which, fault, times);
    }

    /** How often it was not faulty yet. */
    public int left() {
        return left.get();
    }

    /** The cluster at the end of this way. */
    public KubernetesCluster cluster(EmbeddedKubernetes kubernetes, Path folder) throws IOException {
        var text = Files.readString(kubernetes.kubeconfig())
                .replace("https://" + target.getAuthority(), "http://127.0.0.1:" + server.getLocalPort());
        var file = Files.writeString(folder.resolve("kubeconfig"), text);
        return KubernetesCluster.kubeconfig(file)
                .namespace("default")
                .driverHost(kubernetes.cluster().driverHost().orElseThrow())
                .image(kubernetes.cluster().image().orElseThrow())
                .operator(kubernetes.cluster().operator().orElseThrow());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                var there = trusting().getSocketFactory().createSocket(LOOPBACK, target.getPort());
                daemon(() -> answers(there, client));
                daemon(() -> requests(client, there));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void requests(Socket client, Socket there) {
        try (client;
                there) {
            var buffer = new byte[1 << 16];
            for (int length; (length = client.getInputStream().read(buffer)) >= 0; ) {
                var begin = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
                var line = begin.lines().findFirst().orElse("");
                if (!which.test(line) || left.getAndUpdate(n -> Math.max(0, n - 1)) == 0) {
                    there.getOutputStream().write(buffer, 0, length);
                } else if (fault == Fault.BUSY) {
                    swallowBody(begin, client.getInputStream());
                    client.getOutputStream().write(BUSY);
                } else if (fault == Fault.CUT) {
                    return;
                } else {
                    client.shutdownOutput();
                    there.getOutputStream().write(buffer, 0, length);
                }
            }
        } catch (IOException e) {
            // Either end has gone: so does the other.
        }
    }

    /** The rest of a request whose beginning was read. */
    private static void swallowBody(String begin, InputStream in) throws IOException {
        int head = begin.indexOf("\r\n\r\n") + 4;
        var length = begin.lines()
                .filter(line -> line.toLowerCase().startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).trim()))
                .findFirst()
                .orElse(0);
        in.readNBytes(Math.max(0, head + length - begin.length()));
    }

    private static void answers(Socket there, Socket client) {
        try (there;
                client) {
            there.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // Either end has gone: so does the other.
        }
    }

    private static SSLContext trusting() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustsAll()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "faulty-way");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static final class TrustsAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
