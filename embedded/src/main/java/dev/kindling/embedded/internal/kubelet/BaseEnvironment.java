package dev.kindling.embedded.internal.kubelet;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The variables every container has. Of this JVM's own environment only what a program needs to run is passed on: the
 * user's credentials ({@code KUBECONFIG}, {@code AWS_*} and so on) are not the pod's.
 */
final class BaseEnvironment {

    private static final String[] PASSED_ON = {"PATH", "LANG", "LC_ALL", "TZ"};

    private BaseEnvironment() {}

    static Map<String, String> of(String hostName, String address, PodFolders folders, URI apiServer) {
        var environment = new LinkedHashMap<String, String>();
        for (String name : PASSED_ON) {
            String value = System.getenv(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("HOME", folders.home().toString());
        environment.put("TMPDIR", folders.temporary().toString());
        environment.put("HOSTNAME", hostName);
        // Spark listens with its UI on all addresses unless told where; 127.0.0.1 would clash with other pods.
        environment.put("SPARK_LOCAL_IP", address);
        environment.put("KUBERNETES_SERVICE_HOST", apiServer.getHost());
        environment.put("KUBERNETES_SERVICE_PORT", Integer.toString(apiServer.getPort()));
        environment.put("KUBERNETES_SERVICE_PORT_HTTPS", Integer.toString(apiServer.getPort()));
        return environment;
    }
}
