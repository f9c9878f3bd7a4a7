package dev.kindling.internal.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A setting, or all of a prefix, that has its one place elsewhere and so is refused as a raw one.
 *
 * @param key Spark's key, or a prefix that ends with a dot
 * @param why what raw text there would break
 * @param lineToWrite where it belongs; {@code %s} is the value
 */
record OwnedKey(String key, String why, String lineToWrite) {
    private static final String TARGET = "is settled by the target";
    private static final String ADDRESS = "is settled when the session starts";
    private static final String SECURITY = "belongs to a recipe that only works as a whole";

    private static final List<OwnedKey> ALL = List.of(
            new OwnedKey("spark.master", TARGET, ".startOn(KubernetesCluster.current()) or .startOn(Local.threads(2))"),
            new OwnedKey(
                    "spark.submit.deployMode", "is settled by the verb", "Spark.session(..) or Spark.application(..)"),
            new OwnedKey("spark.kubernetes.namespace", TARGET, "KubernetesCluster.current().namespace(\"%s\")"),
            new OwnedKey("spark.kubernetes.context", TARGET, "KubernetesCluster.context(\"%s\")"),
            new OwnedKey("spark.kubernetes.driver.master", TARGET, "KubernetesCluster.at(\"https://10.0.0.1:6443\")"),
            new OwnedKey(
                    "spark.kubernetes.authenticate.driver.serviceAccountName",
                    TARGET,
                    "KubernetesCluster.current().serviceAccount(\"%s\")"),
            new OwnedKey(
                    "spark.kubernetes.authenticate.executor.serviceAccountName",
                    TARGET,
                    "KubernetesCluster.current().serviceAccount(\"%s\")"),
            new OwnedKey(
                    "spark.kubernetes.authenticate.",
                    "would send a credential past the target",
                    "KubernetesCluster.kubeconfig(Path.of(\"config\"))"),
            new OwnedKey("spark.driver.host", ADDRESS, ".driver(DriverPlan.defaults().host(\"%s\"))"),
            new OwnedKey("spark.driver.bindAddress", ADDRESS, ".driver(DriverPlan.defaults().bindAddress(\"%s\"))"),
            new OwnedKey("spark.driver.port", ADDRESS, ".driver(DriverPlan.defaults().port(%s))"),
            new OwnedKey(
                    "spark.driver.blockManager.port", ADDRESS, ".driver(DriverPlan.defaults().blockManagerPort(%s))"),
            new OwnedKey("spark.kubernetes.executor.podNamePrefix", "must be unique", "Spark.session(\"%s\")"),
            new OwnedKey("spark.kubernetes.driver.pod.name", "is found out", "nothing: leave it out"),
            new OwnedKey(
                    "spark.kubernetes.executor.podTemplateFile",
                    "would end the JVM if it were wrong",
                    ".executors(ExecutorPlan.of(n).pod(PodPlan.none().template(Path.of(\"%s\"))))"),
            new OwnedKey(
                    "spark.kubernetes.driver.podTemplateFile",
                    "is read elsewhere",
                    ".driver(DriverPlan.defaults().pod(PodPlan.none().template(Path.of(\"%s\"))))"),
            new OwnedKey(
                    "spark.ui.port",
                    "would end the JVM if the port were taken",
                    "nothing: ask the running session's uiUrl()"),
            new OwnedKey("spark.authenticate", SECURITY, ".encryption(%s)"),
            new OwnedKey("spark.authenticate.", SECURITY, ".encryption(true)"),
            new OwnedKey("spark.network.crypto.enabled", SECURITY, ".encryption(%s)"),
            new OwnedKey("spark.network.crypto.authEngineVersion", SECURITY, ".encryption(true)"),
            new OwnedKey("spark.network.crypto.saslFallback", SECURITY, ".encryption(true)"),
            new OwnedKey("spark.app.id", "is made unique, to watch the run's pods by it", "nothing: leave it out"),
            new OwnedKey(
                    "spark.kubernetes.allocation.pods.allocator",
                    "keeps credentials of other clusters from this one",
                    "nothing: leave it out"),
            new OwnedKey(
                    "spark.kubernetes.trust.certificates",
                    TARGET,
                    "insecure-skip-tls-verify: true in the kubeconfig of the target"),
            new OwnedKey("spark.jars.packages", "is read by spark-submit only", ".packages(\"%s\")"));

    private static final Map<String, OwnedKey> BY_KEY =
            ALL.stream().collect(Collectors.toUnmodifiableMap(OwnedKey::key, owned -> owned));

    private static final List<OwnedKey> PREFIXES =
            ALL.stream().filter(owned -> owned.key().endsWith(".")).toList();

    /** The one that owns a key. */
    static Optional<OwnedKey> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key)).or(() -> PREFIXES.stream()
                .filter(owned -> key.startsWith(owned.key()))
                .findFirst());
    }

    String lineFor(String value) {
        return lineToWrite.replace("%s", value);
    }
}
