package dev.kindling.target;

import dev.kindling.image.SparkImage;
import dev.kindling.internal.text.Names;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A Kubernetes cluster and how Kindling works in it. A description: nothing is opened until a verb is called. Immutable
 * and thread-safe; {@code toString} shows no credential.
 *
 * <pre>{@code
 * KubernetesCluster cluster = KubernetesCluster.current().namespace("analytics").serviceAccount("spark");
 * }</pre>
 *
 * @param access how the API server is reached
 * @param namespace where pods are made; default: the context's, else {@code default}
 * @param serviceAccount as whom pods run; default: the namespace's {@code default}
 * @param driverHost name or address by which pods reach this JVM; default: found by the verb
 * @param image for specs that name none
 * @param operator which dialect applications are submitted in
 * @param preflight whether the cluster is looked at before anything is made
 */
public record KubernetesCluster(
        ApiAccess access,
        Optional<String> namespace,
        Optional<String> serviceAccount,
        Optional<String> driverHost,
        Optional<SparkImage> image,
        Optional<Operator> operator,
        boolean preflight)
        implements RunTarget {

    /** Refuses names that Kubernetes cannot give. */
    public KubernetesCluster {
        namespace.ifPresent(name -> Names.requireLabel("Namespace", ".namespace", name));
        serviceAccount.ifPresent(name -> Names.requireSubdomain("Service account", ".serviceAccount", name));
        driverHost.filter(String::isBlank).ifPresent(host -> {
            throw new IllegalArgumentException("Driver host is blank: write .driverHost(\"10.0.0.7\")");
        });
    }

    /** What the machine says: in a pod its service account, else the kubeconfig's current context. */
    public static KubernetesCluster current() {
        return of(new ApiAccess.CurrentContext());
    }

    /** The current context of a kubeconfig file. */
    public static KubernetesCluster kubeconfig(Path file) {
        return of(new ApiAccess.KubeconfigFile(file, Optional.empty()));
    }

    /** A context of a kubeconfig file. */
    public static KubernetesCluster kubeconfig(Path file, String context) {
        return of(new ApiAccess.KubeconfigFile(file, Optional.of(context)));
    }

    /** A context of the usual kubeconfig ({@code KUBECONFIG}, else {@code ~/.kube/config}). */
    public static KubernetesCluster context(String name) {
        return of(new ApiAccess.Context(name));
    }

    /**
     * The API server at an address, for example one of {@code kubectl proxy}. No credential of the kubeconfig is sent.
     *
     * @throws IllegalArgumentException if it is not an http or https address
     */
    public static KubernetesCluster at(String url) {
        return of(new ApiAccess.Url(requireUrl(url)));
    }

    /** The cluster of this client. The client is used and not closed. */
    public static KubernetesCluster using(KubernetesClient client) {
        return of(new ApiAccess.UserClient(client));
    }

    /** Where pods are made. */
    public KubernetesCluster namespace(String name) {
        return new KubernetesCluster(access, Optional.of(name), serviceAccount, driverHost, image, operator, preflight);
    }

    /** As whom pods run. */
    public KubernetesCluster serviceAccount(String name) {
        return new KubernetesCluster(access, namespace, Optional.of(name), driverHost, image, operator, preflight);
    }

    /** Name or address by which pods reach this JVM. */
    public KubernetesCluster driverHost(String host) {
        return new KubernetesCluster(access, namespace, serviceAccount, Optional.of(host), image, operator, preflight);
    }

    /** The image of specs that name none. */
    public KubernetesCluster image(SparkImage fallback) {
        return new KubernetesCluster(
                access, namespace, serviceAccount, driverHost, Optional.of(fallback), operator, preflight);
    }

    /** Which dialect applications are submitted in. */
    public KubernetesCluster operator(Operator dialect) {
        return new KubernetesCluster(
                access, namespace, serviceAccount, driverHost, image, Optional.of(dialect), preflight);
    }

    /**
     * Whether a start or a submission looks first whether it can work, and stops with all that is wrong; default: yes. It
     * takes some tenths of a second and at most two seconds.
     */
    public KubernetesCluster preflight(boolean on) {
        return new KubernetesCluster(access, namespace, serviceAccount, driverHost, image, operator, on);
    }

    private static KubernetesCluster of(ApiAccess access) {
        return new KubernetesCluster(
                access, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);
    }

    private static URI requireUrl(String url) {
        try {
            var uri = URI.create(url);
            if (uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getScheme().matches("https?")) {
                return uri;
            }
        } catch (IllegalArgumentException notUri) {
            throw new IllegalArgumentException(notAddress(url), notUri);
        }
        throw new IllegalArgumentException(notAddress(url));
    }

    private static String notAddress(String url) {
        return "Address \"" + url.replaceAll("//[^/@]*@", "//***@")
                + "\" is not one of an API server: write KubernetesCluster.at(\"https://10.0.0.1:6443\")";
    }
}
