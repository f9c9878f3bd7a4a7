package dev.kindling.embedded.internal.operator.driver;

import java.util.Map;

/** How a driver in a pod reaches the API server. */
public final class InCluster {

    private static final String SERVICE_ACCOUNT_FOLDER = "/var/run/secrets/kubernetes.io/serviceaccount/";
    private static final String MOUNTED = "spark.kubernetes.authenticate.driver.mounted.";

    private InCluster() {}

    /**
     * The usual place of a pod's credentials isn't visible to a process without its own mounts. Named here, the kubelet
     * gives the driver the place where they really are.
     */
    public static Map<String, String> settings(String apiServer) {
        return Map.of(
                "spark.master",
                "k8s://" + apiServer,
                "spark.kubernetes.driver.master",
                apiServer,
                MOUNTED + "oauthTokenFile",
                SERVICE_ACCOUNT_FOLDER + "token",
                MOUNTED + "caCertFile",
                SERVICE_ACCOUNT_FOLDER + "ca.crt");
    }
}
