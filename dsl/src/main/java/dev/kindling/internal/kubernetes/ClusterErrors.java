package dev.kindling.internal.kubernetes;

import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.ClusterAccessException.Answer;
import dev.kindling.diagnosis.ClusterAccessException.Request;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What the API server, or the way to it, answered: put into words, with the line to write. */
public final class ClusterErrors {

    private ClusterErrors() {}

    /** The exception for one failed request. */
    public static ClusterAccessException of(Request request, URI apiServer, KubernetesClientException e) {
        return e.getCode() <= 0 // -1: there was no answer
                ? new ClusterAccessException(request, new Answer(0, connection(e)), wayHint(apiServer, e), e)
                : new ClusterAccessException(request, new Answer(e.getCode(), said(e)), answerHint(request, e), e);
    }

    /**
     * Whether the connection ended before an answer, as one that the server gives up may at any time. What may be done twice
     * can then be asked again; the client does so by itself after an {@code IOException} only, and Vert.x throws none here.
     */
    public static boolean wasCut(KubernetesClientException e) {
        return e.getCode() <= 0 && hasCause(e, "HttpClosedException");
    }

    private static String said(KubernetesClientException e) {
        return Optional.ofNullable(e.getStatus())
                .map(status -> status.getMessage())
                .orElseGet(() -> String.valueOf(e.getMessage()));
    }

    private static String answerHint(Request request, KubernetesClientException e) {
        String said = said(e);
        return switch (e.getCode()) {
            case 401 -> "log in again: the token or certificate of this context is expired, or is of another cluster";
            case 403 ->
                said.contains("serviceaccount") && said.contains("not found")
                        ? "create the service account (kubectl create serviceaccount NAME -n " + request.namespace()
                                + "), or name one that exists: cluster.serviceAccount(\"..\")"
                        : said.contains("exceeded quota")
                                ? "ask for less: ExecutorPlan.of(..).cpuRequest(\"..\").memory(\"..\"), or raise the quota"
                                : "have the right granted (\"" + request.verb() + " " + request.kind()
                                        + "\" in namespace " + request.namespace()
                                        + "): spec.rbac() renders the Role that a session or an application needs";
            case 404 ->
                said.contains("namespaces")
                        ? "create it (kubectl create namespace " + request.namespace()
                                + "), or write cluster.namespace(\"..\")"
                        : "check the address: is it that of a Kubernetes API server?";
            default -> "look at the API server's answer above";
        };
    }

    private static String connection(KubernetesClientException e) {
        return cause(e, Throwable.class)
                .filter(t -> t.getMessage() != null)
                .reduce((outer, inner) -> inner)
                .map(t -> t.getClass().getSimpleName() + ": " + t.getMessage())
                .orElse(String.valueOf(e.getMessage()));
    }

    private static String wayHint(URI apiServer, KubernetesClientException e) {
        if (cause(e, UnknownHostException.class).findAny().isPresent()) {
            return "check the server's name in the kubeconfig: " + apiServer + " does not resolve here";
        }
        if (cause(e, CertificateException.class).anyMatch(ClusterErrors::isOfAnotherName)) {
            return "write a server in the kubeconfig that its certificate is for: the one that answers at " + apiServer
                    + " is for other names";
        }
        if (cause(e, SSLException.class).findAny().isPresent()) {
            return "check the certificate authority in the kubeconfig (certificate-authority-data): it did not sign the"
                    + " certificate of " + apiServer;
        }
        // Netty's is a ConnectException, too.
        if (hasCause(e, "ConnectTimeoutException")
                || cause(e, TimeoutException.class).findAny().isPresent()) {
            return "check network, VPN and proxy: " + apiServer + " does not answer";
        }
        if (cause(e, ConnectException.class).findAny().isPresent()) {
            return "is the cluster running? Nothing accepts connections at " + apiServer;
        }
        return "check that " + apiServer + " can be reached from here";
    }

    /** In the JDK's words, which has no type for it. */
    private static boolean isOfAnotherName(CertificateException e) {
        var said = String.valueOf(e.getMessage());
        return said.startsWith("No subject alternative") || said.startsWith("No name matching");
    }

    /** By its name, where the class is of a library that the client brings. */
    private static boolean hasCause(Throwable e, String simpleName) {
        return cause(e, Throwable.class)
                .anyMatch(cause -> cause.getClass().getSimpleName().equals(simpleName));
    }

    private static <T extends Throwable> Stream<T> cause(Throwable e, Class<T> type) {
        return Stream.iterate(e, t -> t != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
