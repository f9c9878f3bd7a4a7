package dev.kindling.internal.session;

import dev.kindling.diagnosis.Explanation;
import dev.kindling.diagnosis.StartFailedException;
import io.fabric8.kubernetes.client.Config;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What of a client's configuration Spark's own client can be given: address, certificate authority, client
 * certificate, user and password, token. Anything else would be lost without a word, so it is refused by name.
 */
final class ClientHandover {

    private ClientHandover() {}

    static void check(Config config) {
        List<String> lost = new ArrayList<>();
        addIf(lost, config.getImpersonateUsername() != null, "impersonateUsername");
        addIf(
                lost,
                config.getImpersonateGroups() != null && config.getImpersonateGroups().length > 0,
                "impersonateGroups");
        addIf(lost, !isEmpty(config.getImpersonateExtras()), "impersonateExtras");
        addIf(lost, !isEmpty(config.getCustomHeaders()), "customHeaders");
        addIf(lost, config.getTrustStoreFile() != null, "trustStoreFile");
        addIf(lost, config.getKeyStoreFile() != null, "keyStoreFile");
        addIf(lost, config.isDisableHostnameVerification() && !config.isTrustCerts(), "disableHostnameVerification");
        addIf(lost, config.getProxyUsername() != null, "proxyUsername");
        if (!lost.isEmpty()) {
            throw new StartFailedException(
                    new Explanation(
                            "hand the client's configuration to Spark, which makes a client of its own",
                            "it has " + String.join(", ", lost),
                            "Spark has no setting for that, and executors would be asked for without it",
                            "KubernetesCluster.context(\"..\") or .kubeconfig(Path.of(\"..\")) with the same access, or a"
                                    + " client without " + String.join(", ", lost)),
                    null);
        }
    }

    private static void addIf(List<String> lost, boolean present, String name) {
        if (present) {
            lost.add(name);
        }
    }

    private static boolean isEmpty(Map<?, ?> map) {
        return map == null || map.isEmpty();
    }
}
