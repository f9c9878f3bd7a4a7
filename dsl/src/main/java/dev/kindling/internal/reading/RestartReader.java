package dev.kindling.internal.reading;

import dev.kindling.value.RestartPolicy;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Restart policies of both dialects. */
final class RestartReader {
    /** Kubeflow's webhook says five seconds. */
    private static final int KUBEFLOW_INTERVAL = 5;

    private static final int APACHE_RETRIES = 3;
    private static final int APACHE_BACKOFF = 30_000;

    private static final List<String> LIMITED = List.of(
            "restartPolicy",
            "maxRestartOnFailure",
            "maxRestartOnSchedulingFailure",
            "restartBackoffMillis",
            "restartBackoffMillisForFailure",
            "restartBackoffMillisForSchedulingFailure");

    private static final List<String> ALL =
            Stream.concat(LIMITED.stream(), Stream.of("maxRestartAttempts")).toList();

    private RestartReader() {}

    /** Retries that are not said are none. */
    static RestartPolicy kubeflow(Source policy) {
        var type = policy.field("type").text().orElse("Never");
        var interval = Duration.ofSeconds(number(policy, "onFailureRetryInterval", KUBEFLOW_INTERVAL));
        var submission = Duration.ofSeconds(number(policy, "onSubmissionFailureRetryInterval", KUBEFLOW_INTERVAL));
        int retries = number(policy, "onFailureRetries", 0);
        int submissions = number(policy, "onSubmissionFailureRetries", 0);
        return switch (type) {
            case "Always" -> RestartPolicy.always().interval(interval);
            case "OnFailure" ->
                RestartPolicy.onFailure(retries)
                        .submissionRetries(submissions)
                        .interval(interval)
                        .submissionInterval(submission);
            default -> RestartPolicy.never();
        };
    }

    /** Only what comes to the same; the rest of the fields stays as it is. */
    static RestartPolicy apache(Source config) {
        var policy = config.field("restartPolicy").node().asText("Never");
        int attempts = config.field("maxRestartAttempts").node().asInt(APACHE_RETRIES);
        int backoff = config.field("restartBackoffMillis").node().asInt(APACHE_BACKOFF);
        int submission =
                config.field("restartBackoffMillisForSchedulingFailure").node().asInt(backoff);
        int failure = config.field("restartBackoffMillisForFailure").node().asInt(backoff);
        if (failure % 1000 != 0 || submission % 1000 != 0 || failure < 1000 || submission < 1000) {
            return RestartPolicy.never();
        }
        if (policy.equals("OnFailure")) {
            return onFailure(config, attempts)
                    .interval(Duration.ofMillis(failure))
                    .submissionInterval(Duration.ofMillis(submission));
        }
        if (policy.equals("Always")) {
            take(config, attempts == Integer.MAX_VALUE ? ALL : LIMITED);
            return RestartPolicy.always().interval(Duration.ofMillis(backoff));
        }
        if (policy.equals("Never")) {
            take(config, ALL);
        }
        return RestartPolicy.never();
    }

    private static RestartPolicy.OnFailure onFailure(Source config, int attempts) {
        int retries = config.field("maxRestartOnFailure").node().asInt(attempts);
        int submissions = config.field("maxRestartOnSchedulingFailure").node().asInt(attempts);
        take(config, attempts >= retries + submissions ? ALL : LIMITED);
        return RestartPolicy.onFailure(retries).submissionRetries(submissions);
    }

    private static void take(Source config, List<String> fields) {
        fields.forEach(field -> config.field(field).take());
    }

    private static int number(Source policy, String field, int otherwise) {
        return policy.field(field).number().orElse(otherwise);
    }
}
