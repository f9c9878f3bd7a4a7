package dev.kindling.embedded.internal.operator.driver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.List;
import java.util.Map;
import org.apache.spark.deploy.k8s.submit.JavaMainAppResource;
import org.apache.spark.deploy.k8s.submit.MainAppResource;
import org.apache.spark.deploy.k8s.submit.PythonMainAppResource;
import org.jspecify.annotations.Nullable;
import scala.Option;

/**
 * What a driver's pod is built from, whatever the dialect.
 *
 * @param owner the resource that the pod goes with
 * @param names begins the names of the config map and the Secret; unique for the attempt
 * @param applicationId Spark's id of the application, the label {@code spark-app-selector}
 * @param resourcePrefix begins the names of the pod and the service, unless settings name the pod; null: Spark's choice
 * @param main the jar or Python file; null runs a class of the image
 * @param templates pod templates by role
 */
public record DriverRequest(
        String namespace,
        OwnerReference owner,
        String names,
        String applicationId,
        @Nullable String resourcePrefix,
        Map<String, String> settings,
        @Nullable String main,
        boolean python,
        String mainClass,
        List<String> arguments,
        @Nullable String proxyUser,
        Map<Role, ObjectNode> templates) {

    private static final int NAME_LENGTH = 63;
    private static final int LONGEST_SUFFIX = "-conf".length();

    static final String PYTHON_RUNNER = "org.apache.spark.deploy.PythonRunner";

    MainAppResource mainResource() {
        return python ? new PythonMainAppResource(main) : new JavaMainAppResource(Option.apply(main));
    }

    /** The beginning of names: an attempt's id behind as much of the application's name as leaves room for more. */
    public static String names(String application, String attempt) {
        var longest = NAME_LENGTH - LONGEST_SUFFIX - attempt.length() - 1;
        return application.substring(0, Math.min(application.length(), longest)) + "-" + attempt;
    }

    String name(String what) {
        return names + "-" + what;
    }
}
