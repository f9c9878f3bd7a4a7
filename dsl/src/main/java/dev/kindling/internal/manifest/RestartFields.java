package dev.kindling.internal.manifest;

import dev.kindling.value.RestartPolicy;
import java.util.Map;

/** A restart policy in both dialects, with every default written out. */
final class RestartFields {
    private RestartFields() {}

    /** {@code spec.restartPolicy}. A retry without an interval would be an error that repeats for ever. */
    static Map<String, Object> kubeflow(RestartPolicy policy) {
        var fields = new Fields();
        if (policy instanceof RestartPolicy.OnFailure retry) {
            return fields.put("type", "OnFailure")
                    .put("onFailureRetries", retry.retries())
                    .put("onFailureRetryInterval", retry.interval().toSeconds())
                    .put("onSubmissionFailureRetries", retry.submissionRetries())
                    .put(
                            "onSubmissionFailureRetryInterval",
                            retry.submissionInterval().toSeconds())
                    .tree();
        }
        if (policy instanceof RestartPolicy.Always always) {
            return fields.put("type", "Always")
                    .put("onFailureRetryInterval", always.interval().toSeconds())
                    .put("onSubmissionFailureRetryInterval", always.interval().toSeconds())
                    .tree();
        }
        return fields.put("type", "Never").tree();
    }

    /** {@code applicationTolerations.restartConfig}. A submission that failed is a SchedulingFailure there. */
    static Map<String, Object> apache(RestartPolicy policy) {
        var fields = new Fields();
        if (policy instanceof RestartPolicy.OnFailure retry) {
            return fields.put("restartPolicy", "OnFailure")
                    .put("maxRestartAttempts", retry.retries() + retry.submissionRetries())
                    .put("maxRestartOnFailure", retry.retries())
                    .put("maxRestartOnSchedulingFailure", retry.submissionRetries())
                    .put("restartBackoffMillis", retry.interval().toMillis())
                    .put(
                            "restartBackoffMillisForSchedulingFailure",
                            retry.submissionInterval().toMillis())
                    .tree();
        }
        if (policy instanceof RestartPolicy.Always always) {
            // The operator's own default would end it after three.
            return fields.put("restartPolicy", "Always")
                    .put("maxRestartAttempts", Integer.MAX_VALUE)
                    .put("restartBackoffMillis", always.interval().toMillis())
                    .tree();
        }
        return fields.put("restartPolicy", "Never").tree();
    }
}
