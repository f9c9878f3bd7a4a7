package dev.kindling.embedded;

import dev.kindling.ApplicationSpec;
import dev.kindling.value.RestartPolicy;

/** Applications of tests that live for seconds, on cores that they share with others. */
public final class SharedCores {

    /** For Kubeflow's operator: its spark-submit gives up when the API server does not answer within 10 s. */
    public static final RestartPolicy SUBMITTED_AGAIN =
            RestartPolicy.onFailure(0).submissionRetries(2);

    /** No compiler threads for code that runs long. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private SharedCores() {}

    /** With JVMs that start quickly. */
    public static ApplicationSpec shortLived(ApplicationSpec spec) {
        return spec.conf("spark.driver.extraJavaOptions", SHORT_LIVED)
                .conf("spark.executor.extraJavaOptions", SHORT_LIVED);
    }
}
