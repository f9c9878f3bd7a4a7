package dev.kindling.internal.session;

import dev.kindling.internal.kubernetes.CurrentToken;
import io.fabric8.kubernetes.api.model.NamedAuthInfoBuilder;
import io.fabric8.kubernetes.api.model.NamedClusterBuilder;
import io.fabric8.kubernetes.api.model.NamedContextBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * While Spark makes its Kubernetes client, the JVM's kubeconfig is one of ours that knows nothing but the target.
 *
 * <p>Spark always starts from the user's kubeconfig (current context, client certificate, token) or from the pod's
 * service account and sends those credentials to whatever master is set. fabric8 reads these places through JVM-wide
 * system properties only, so they are set while the context is made and put back afterwards.
 */
final class OwnKubeconfig {

    private static final String CONTEXT = "kindling";

    private final Map<String, String> before = new HashMap<>();

    private OwnKubeconfig(Path file) {
        set("kubeconfig", file.toString());
        set("kubernetes.auth.tryKubeConfig", "true");
        set("kubernetes.auth.tryServiceAccount", "false");
    }

    /** Does something while the JVM's kubeconfig (a file of mode 0600) knows nothing but the target. */
    static <T> T during(SessionFolder folder, Config target, Supplier<T> making) {
        OwnKubeconfig inForce = new OwnKubeconfig(folder.write("kubeconfig", yaml(target)));
        try {
            return making.get();
        } finally {
            inForce.restore();
        }
    }

    static String yaml(Config target) {
        var cluster = new NamedClusterBuilder()
                .withName(CONTEXT)
                .withNewCluster()
                .withServer(target.getMasterUrl())
                .withCertificateAuthority(target.getCaCertFile())
                .withCertificateAuthorityData(target.getCaCertData())
                .withProxyUrl(
                        target.getMasterUrl().startsWith("https") ? target.getHttpsProxy() : target.getHttpProxy())
                .withInsecureSkipTlsVerify(target.isTrustCerts() ? true : null)
                .endCluster()
                .build();
        var user = new NamedAuthInfoBuilder()
                .withName(CONTEXT)
                .withNewUser()
                .withClientCertificate(target.getClientCertFile())
                .withClientCertificateData(target.getClientCertData())
                .withClientKey(target.getClientKeyFile())
                .withClientKeyData(target.getClientKeyData())
                .withUsername(target.getUsername())
                .withPassword(target.getPassword())
                .withToken(new CurrentToken(target).getToken())
                .endUser()
                .build();
        var context = new NamedContextBuilder()
                .withName(CONTEXT)
                .withNewContext()
                .withCluster(CONTEXT)
                .withUser(CONTEXT)
                .endContext()
                .build();
        return Serialization.asYaml(new io.fabric8.kubernetes.api.model.ConfigBuilder()
                .withApiVersion("v1")
                .withKind("Config")
                .withClusters(cluster)
                .withUsers(user)
                .withContexts(context)
                .withCurrentContext(CONTEXT)
                .build());
    }

    private void set(String property, String value) {
        before.put(property, System.getProperty(property));
        System.setProperty(property, value);
    }

    private void restore() {
        before.forEach((property, value) -> {
            if (value == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, value);
            }
        });
    }
}
