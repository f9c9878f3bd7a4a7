package dev.kindling.cluster;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.AuthInfoBuilder;
import io.fabric8.kubernetes.api.model.ConfigBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** A kubeconfig for the test cluster with credentials of the test's choice and none of the administrator's. */
record Kubeconfig(String server, String authority, AuthInfo user) {

    static final String CONTEXT = "test";

    static Kubeconfig of(RealCluster cluster) throws IOException {
        Config config = cluster.client().getConfiguration();
        String authority = config.getCaCertData() != null
                ? config.getCaCertData()
                : base64(Files.readAllBytes(Path.of(config.getCaCertFile())));
        return new Kubeconfig(config.getMasterUrl(), authority, new AuthInfo());
    }

    Kubeconfig server(String url) {
        return new Kubeconfig(url, authority, user);
    }

    Kubeconfig token(String token) {
        return new Kubeconfig(
                server, authority, new AuthInfoBuilder().withToken(token).build());
    }

    /** A token that a command prints. */
    Kubeconfig exec(Path command) {
        return new Kubeconfig(
                server,
                authority,
                new AuthInfoBuilder()
                        .withNewExec()
                        .withApiVersion("client.authentication.k8s.io/v1")
                        .withCommand(command.toString())
                        .withInteractiveMode("Never")
                        .endExec()
                        .build());
    }

    /** Trusts some public authority, which certainly did not sign the cluster's certificate. */
    Kubeconfig anyOtherAuthority() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        X509Certificate other = Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow()
                .getAcceptedIssuers()[0];
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(other.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        return new Kubeconfig(server, base64(pem.getBytes(StandardCharsets.US_ASCII)), user);
    }

    Path write(Path folder) throws IOException {
        var config = new ConfigBuilder()
                .withApiVersion("v1")
                .withKind("Config")
                .addNewCluster()
                .withName(CONTEXT)
                .withNewCluster()
                .withServer(server)
                .withCertificateAuthorityData(authority)
                .endCluster()
                .endCluster()
                .addNewUser()
                .withName(CONTEXT)
                .withUser(user)
                .endUser()
                .addNewContext()
                .withName(CONTEXT)
                .withNewContext()
                .withCluster(CONTEXT)
                .withUser(CONTEXT)
                .endContext()
                .endContext()
                .withCurrentContext(CONTEXT)
                .build();
        return Files.writeString(folder.resolve("kubeconfig"), Serialization.asYaml(config));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
