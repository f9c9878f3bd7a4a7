package dev.kindling.embedded.internal.operator.kubeflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.embedded.internal.operator.driver.Drivers;
import dev.kindling.embedded.internal.operator.driver.LocalFiles;
import dev.kindling.embedded.internal.operator.work.Happening;
import dev.kindling.embedded.internal.store.StatusException;
import dev.kindling.internal.driver.DriverProgram;
import dev.kindling.internal.driver.DriverRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt to put an application's driver into the cluster, and what the status and the events say of it. */
final class Submission {

    private static final Logger LOG = LoggerFactory.getLogger(Submission.class);
    private static final String RUNNING = "failed to submit spark application: failed to run spark-submit: ";

    private final Drivers drivers;
    private final String apiServer;

    Submission(Drivers drivers, String apiServer) {
        this.drivers = drivers;
        this.apiServer = apiServer;
    }

    Step submit(Application application, ApplicationStatus before, Instant now) {
        var status = before.submitting(application.driverPod(), now);
        try {
            var refusal = Refusal.of(application);
            if (refusal.isPresent()) {
                return failed(application, status, RUNNING + "failed to run spark-submit: " + refusal.get());
            }
            drivers.submit(request(application, status.submissionId(), apiServer));
            return Step.to(status.submitted(), Happenings.submitted(application.name()));
        } catch (Exception e) { // Spark's builder throws checked exceptions that it doesn't declare
            LOG.debug("SparkApplication {}/{} not submitted", application.namespace(), application.name(), e);
            return failed(application, status, RUNNING + reason(e));
        }
    }

    /** For an application that was deleted while it was submitted. */
    void undo(Application application) {
        drivers.undo(application.namespace(), application.driverPod(), application.uid());
    }

    static DriverRequest request(Application application, String submissionId, String apiServer) {
        return new DriverRequest(
                application.namespace(),
                List.of(application.owner()),
                DriverRequest.names(application.name(), submissionId.substring(0, 8)),
                "spark-" + submissionId.replace("-", ""),
                Settings.of(application, submissionId, apiServer),
                program(application),
                PodTemplate.of(application));
    }

    private static DriverProgram program(Application application) {
        var spec = application.spec();
        var file = LocalFiles.inPod(spec.path("mainApplicationFile").asText());
        var arguments = texts(spec.path("arguments"));
        var program = application.isPython()
                ? DriverProgram.python(file, arguments)
                : DriverProgram.jvm(spec.path("mainClass").asText(), Optional.of(file), arguments);
        return program.proxyUser(Optional.ofNullable(spec.path("proxyUser").asText(null)));
    }

    /** Kubeflow tells first of the state that the application was in, which for a new one is that it was added. */
    private static Step failed(Application application, ApplicationStatus status, String why) {
        var failed = status.onlyIn(ApplicationState.SUBMISSION_FAILED).in(ApplicationState.SUBMISSION_FAILED, why);
        var event = Happenings.submissionFailed(application.name(), why);
        return Step.to(failed, previous(application, status).toArray(Happening[]::new))
                .withEvent(event);
    }

    private static List<Happening> previous(Application application, ApplicationStatus status) {
        var name = application.name();
        return switch (status.state()) {
            case NEW -> List.of(Happenings.added(name));
            case PENDING_RERUN -> List.of(Happenings.pendingRerun(name));
            case RESUMING -> List.of(Happenings.resuming(name));
            case SUBMISSION_FAILED -> List.of(Happenings.submissionFailed(name, status.errorMessage()));
            default -> List.of();
        };
    }

    private static String reason(Throwable e) {
        var taken = e instanceof StatusException refused && refused.code() == 409;
        return taken ? "driver pod already exist" : "failed to run spark-submit: " + message(e);
    }

    private static String message(Throwable e) {
        var cause = e.getCause() == null ? "" : ": " + message(e.getCause());
        return (e.getMessage() == null ? e.getClass().getName() : e.getMessage()) + cause;
    }

    private static List<String> texts(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
