package dev.kindling.benchmarks.applications;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.benchmarks.harness.Conversation;
import dev.kindling.embedded.internal.boot.ControlPlane;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceTypes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * In a JVM of its own: an API server with many applications that no operator runs, whose states it changes at a steady
 * rate. It finds them by name, so that what is measured is not the server.
 */
final class ChangingServer {

    static final String NAMESPACE = "default";

    /** The state in which every application is before and after all changes. */
    static final String RESTING = "PENDING_RERUN";

    private static final int ARGUMENTS = 40;

    private final ObjectStore store;
    private final int applications;
    private int next;

    private ChangingServer(ObjectStore store, int applications) {
        this.store = store;
        this.applications = applications;
    }

    /**
     * Arguments: the kubeconfig to write, the number of applications. A request, {@code RATE SECONDS}, asks for so many
     * changes a second for so long; their number answers it.
     */
    public static void main(String[] args) throws Exception {
        try (ControlPlane plane = ControlPlane.start()) {
            var server = new ChangingServer(plane.store(), Integer.parseInt(args[1]));
            server.createAll();
            Files.writeString(Path.of(args[0]), plane.kubeconfig());
            Conversation.hold(server::change);
        }
    }

    static String name(int application) {
        return "run-" + application;
    }

    private String change(String request) throws InterruptedException {
        String[] words = request.split(" ");
        return String.valueOf(change(Integer.parseInt(words[0]), Integer.parseInt(words[1])));
    }

    private int change(int perSecond, int seconds) throws InterruptedException {
        var thread = Executors.newSingleThreadScheduledExecutor();
        int before = next;
        long period = TimeUnit.SECONDS.toNanos(1) / perSecond;
        thread.scheduleAtFixedRate(this::changeOne, 0, period, TimeUnit.NANOSECONDS);
        TimeUnit.SECONDS.sleep(seconds);
        thread.shutdown();
        if (!thread.awaitTermination(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException("A change takes too long");
        }
        return next - before;
    }

    /** What it says is the time at which it was written, in microseconds. */
    private void changeOne() {
        String name = name(next % applications);
        String state = next / applications % 2 == 0 ? "RUNNING" : RESTING;
        next++;
        store.update(
                ResourceTypes.KUBEFLOW_APPLICATIONS,
                NAMESPACE,
                name,
                application -> inState(application, state, String.valueOf(microseconds())));
    }

    static long microseconds() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    private void createAll() {
        for (int i = 0; i < applications; i++) {
            store.create(ResourceTypes.KUBEFLOW_APPLICATIONS, inState(application(name(i)), RESTING, "0"));
        }
    }

    private static ObjectNode inState(ObjectNode application, String state, String message) {
        application.withObject("/status/applicationState").put("state", state).put("errorMessage", message);
        application.withObject("/status").put("executionAttempts", 1).put("submissionID", "0");
        return application;
    }

    /** As large as applications are: some 3.5 KB. */
    private static ObjectNode application(String name) {
        var application = JsonNodeFactory.instance.objectNode();
        application.put("apiVersion", "sparkoperator.k8s.io/v1beta2").put("kind", "SparkApplication");
        application.putObject("metadata").put("namespace", NAMESPACE).put("name", name);
        var spec = application.putObject("spec");
        spec.put("type", "Java").put("mode", "cluster").put("sparkVersion", "4.1.1");
        spec.put("image", "registry.local/etl:7").put("mainApplicationFile", "local:///app/etl.jar");
        for (int i = 0; i < ARGUMENTS; i++) {
            spec.withObject("/sparkConf").put("spark.example.setting.number." + i, "a value that says something " + i);
        }
        for (String role : new String[] {"driver", "executor"}) {
            spec.putObject(role).put("cores", 1).put("memory", "1g").put("serviceAccount", "spark");
        }
        spec.withObject("/executor").put("instances", 2);
        return application;
    }
}
