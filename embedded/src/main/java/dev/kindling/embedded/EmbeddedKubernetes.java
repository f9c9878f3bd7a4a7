package dev.kindling.embedded;

import dev.kindling.embedded.internal.boot.ControlPlane;
import dev.kindling.embedded.internal.boot.StateFolder;
import dev.kindling.embedded.internal.kubelet.Kubelet;
import dev.kindling.embedded.internal.kubelet.KubeletConfig;
import dev.kindling.embedded.internal.kubelet.process.MountNamespace;
import dev.kindling.embedded.internal.operator.SparkOperators;
import dev.kindling.image.SparkImage;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * A Kubernetes in this JVM: an API server, a kubelet whose pods are processes of this machine, and small operators for
 * the {@code SparkApplication}s of Kubeflow 2.5.2 (with its schedules) and Apache 1.0.0, which go through the states of
 * the real ones. Any client works with it: this library, kubectl, Helm's templates, Python's.
 *
 * <pre>{@code
 * try (var kubernetes = EmbeddedKubernetes.start();
 *         var session = Spark.session("words").startOn(kubernetes.cluster())) {
 *     session.spark().range(1_000).count();
 * }
 * }</pre>
 *
 * <p>It isolates nothing: pods run as the user of this JVM, see its files and share its memory and cores. The API server
 * listens on 127.0.0.1 only, with TLS, and answers nobody without the token of {@link #kubeconfig()}. Linux and macOS;
 * on Windows use WSL. Thread-safe.
 */
public final class EmbeddedKubernetes implements AutoCloseable {
    private static final SparkImage IMAGE = SparkImage.parse("kindling/spark:4.1.1");

    private final Path kubeconfig;
    private final Deque<AutoCloseable> parts;

    private EmbeddedKubernetes(Path kubeconfig, Deque<AutoCloseable> parts) {
        this.kubeconfig = kubeconfig;
        this.parts = parts;
    }

    /**
     * Starts one with the defaults, in less than a second.
     *
     * @throws EmbeddedStartException if it cannot run on this machine
     */
    public static EmbeddedKubernetes start() {
        return start(EmbeddedOptions.defaults());
    }

    /**
     * Starts one. Any number may run in a JVM.
     *
     * @throws EmbeddedStartException if it cannot run on this machine, or not with these options
     */
    public static EmbeddedKubernetes start(EmbeddedOptions options) {
        checkSystem(System.getProperty("os.name"));
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        try {
            return start(options, parts);
        } catch (RuntimeException e) {
            close(parts);
            throw EmbeddedStartException.failed(options, e);
        }
    }

    /** Where to start sessions and applications: a target like any other cluster. */
    public KubernetesCluster cluster() {
        return KubernetesCluster.kubeconfig(kubeconfig)
                .namespace("default")
                .driverHost("127.0.0.1")
                .image(IMAGE)
                .operator(Operator.kubeflow());
    }

    /** The file that opens it to other clients, mode 0600: {@code KUBECONFIG=<file> kubectl get pods}. */
    public Path kubeconfig() {
        return kubeconfig;
    }

    /** Ends all pods and the server and removes what is on disk. Closing twice does nothing. */
    @Override
    public void close() {
        close(parts);
    }

    static void checkSystem(String name) {
        if (name.startsWith("Windows")) {
            throw EmbeddedStartException.windows(name);
        }
    }

    private static EmbeddedKubernetes start(EmbeddedOptions options, Deque<AutoCloseable> parts) {
        if (!options.singleAddress()) {
            // The kubelet asks for it; finding out means to wait for another process, which the rest need not.
            CompletableFuture.runAsync(MountNamespace::supported);
        }
        StateFolder folder = StateFolder.open(options.folder());
        parts.push(folder);
        ControlPlane plane = ControlPlane.start();
        parts.push(plane);
        Kubelet kubelet = Kubelet.start(plane.store(), kubeletConfig(options, folder, plane));
        parts.push(kubelet);
        plane.serveLogsOf(kubelet.logs());
        parts.push(SparkOperators.start(plane.store(), plane.uri().toString()));
        return new EmbeddedKubernetes(folder.writeKubeconfig(plane.kubeconfig()), parts);
    }

    private static KubeletConfig kubeletConfig(EmbeddedOptions options, StateFolder folder, ControlPlane plane) {
        String token = plane.token().reveal();
        KubeletConfig config = KubeletConfig.of(folder.pods(), plane.uri(), token, plane.authority())
                .singleAddress(options.singleAddress())
                .imagePaths(options.imagePaths())
                .progress(options.progress());
        return options.keptLogs().map(config::keptLogs).orElse(config);
    }

    /** The last part that was started goes first; a part that fails does not keep the others. */
    private static void close(Deque<AutoCloseable> parts) {
        synchronized (parts) {
            RuntimeException failure = null;
            while (!parts.isEmpty()) {
                try {
                    parts.pop().close();
                } catch (Exception e) {
                    failure =
                            failure == null ? new IllegalStateException("Closing the embedded Kubernetes", e) : failure;
                    failure.addSuppressed(e);
                }
            }
            if (failure != null) {
                throw failure;
            }
        }
    }
}
