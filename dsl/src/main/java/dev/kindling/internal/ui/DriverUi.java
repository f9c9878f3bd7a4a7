package dev.kindling.internal.ui;

import dev.kindling.diagnosis.Explanation;
import dev.kindling.diagnosis.UiUnavailableException;
import dev.kindling.internal.forward.LoopbackListener;
import dev.kindling.internal.forward.PodPort;
import dev.kindling.internal.forward.Tunnel;
import dev.kindling.run.SparkUi;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The UI of an application's driver, forwarded through the API server. Each connection looks for the driver anew: it may
 * be that of a later attempt by then.
 */
public final class DriverUi implements Tunnel {

    private final KubernetesClient client;
    private final String application;
    private final Supplier<List<Pod>> drivers;

    private DriverUi(KubernetesClient client, String application, Supplier<List<Pod>> drivers) {
        this.client = client;
        this.application = application;
        this.drivers = drivers;
    }

    /**
     * Listens on loopback.
     *
     * @param client used until the result is closed
     * @param drivers the pods of all attempts' drivers, the latest last; asked for each connection
     * @param released run when the client is not needed any more, also if this throws
     * @throws UiUnavailableException if no driver runs, or ports may not be forwarded
     */
    public static SparkUi open(
            KubernetesClient client,
            String namespace,
            String application,
            Supplier<List<Pod>> drivers,
            Runnable released) {
        try {
            var tunnel = new DriverUi(client, application, drivers);
            tunnel.running();
            ForwardRights.check(client, namespace, application);
            return LoopbackListener.open(tunnel, released);
        } catch (RuntimeException e) {
            released.run();
            throw e;
        }
    }

    @Override
    public CompletableFuture<WebSocket> connect(WebSocket.Listener listener) {
        var driver = running();
        var metadata = driver.pod().getMetadata();
        return new PodPort(metadata.getNamespace(), metadata.getName(), driver.uiPort()).connect(client, listener);
    }

    @Override
    public byte[] failure(String why) {
        return ErrorPage.of(target(), why);
    }

    @Override
    public String target() {
        return "the Spark UI of application \"" + application + "\"";
    }

    private DriverPort running() {
        var pods = drivers.get();
        return pods.stream()
                .flatMap(pod -> DriverPort.running(pod).stream())
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> unavailable(pods));
    }

    private UiUnavailableException unavailable(List<Pod> pods) {
        var ended = pods.stream().anyMatch(DriverPort::hasEnded);
        return new UiUnavailableException(
                new Explanation(
                        "show " + target(),
                        pods.isEmpty() ? "no driver's pod" : "no driver that runs",
                        ended ? "the driver has ended, and its UI with it" : "the driver has not started yet",
                        ended
                                ? ".eventLog(\"..\") in the spec, and then Spark.history(\"..\").open()"
                                : "ask again when run.state() says that it runs"),
                null);
    }
}
