package dev.kindling.internal.session;

import dev.kindling.diagnosis.Explanation;
import dev.kindling.diagnosis.StartFailedException;
import dev.kindling.internal.kubernetes.ExecutorPod;
import dev.kindling.internal.kubernetes.ExecutorPod.State;
import java.util.List;
import java.util.stream.Collectors;

/** The ways in which a start fails, in words: pure functions from what was seen. */
final class StartProblems {

    private StartProblems() {}

    /** Whether a container waits for something that rarely comes by itself. */
    static boolean isStuck(State.Waiting waiting) {
        return switch (waiting.reason()) {
            case "ErrImagePull", "ImagePullBackOff", "CreateContainerConfigError", "CreateContainerError" -> true;
            default -> false;
        };
    }

    static StartFailedException neverStarts(SessionLimits limits, ExecutorPod pod, State.Waiting waiting) {
        boolean image = waiting.reason().contains("Image");
        return failed(
                limits,
                "pod " + pod.name() + ": " + waiting.reason() + ": " + waiting.message(),
                image
                        ? "the node cannot get the image " + pod.image()
                        : "the kubelet cannot make the container from the pod's description",
                image
                        ? ".image(\"..\") with a name and tag that the cluster can pull; a private one needs"
                                + " SparkImage.parse(\"..\").pullSecret(\"..\")"
                        : "create what the message names, or remove the reference to it from .pods(..)");
    }

    static StartFailedException driverUnreachable(SessionLimits limits, ExecutorFailure failure) {
        String address = limits.driverHost() + ":" + limits.driverPort();
        return failed(
                limits,
                failure.summary() + evidence(failure),
                "executors cannot reach the driver at " + address
                        + " (a firewall or network policy in between, or not an address that pods can route to)",
                ".driver(DriverPlan.defaults().host(\"..\")) with an address of this machine that pods reach, and a"
                        + " fixed .port(..) if a firewall has to be opened");
    }

    static StartFailedException tooManyFailures(SessionLimits limits, int failures, ExecutorFailure last) {
        return failed(
                limits,
                failures + " executors failed; the last: " + last.summary() + evidence(last),
                ExitCodes.meaning(last.ended().exitCode(), last.ended().reason()),
                "mend the cause above; .maxExecutorFailures(n) only allows more of them");
    }

    static StartFailedException timedOut(SessionLimits limits, int registered, List<ExecutorPod> waiting) {
        String pods = waiting.stream().map(StartProblems::waitingLine).collect(Collectors.joining("; "));
        boolean noNode = waiting.stream().anyMatch(pod -> pod.unschedulable().isPresent());
        return failed(
                limits,
                registered + " of " + limits.executors() + " executors registered within "
                        + limits.startTimeout().toSeconds() + " s; " + (pods.isEmpty() ? "no pod is waiting" : pods),
                noNode ? "the scheduler finds no node for them" : "the executors take longer than the start may",
                noNode
                        ? "ExecutorPlan.of(..).cpuRequest(\"..\").memory(\"..\") with what a node has free, or fewer executors"
                        : ".startTimeout(Duration.ofMinutes(..))");
    }

    private static String waitingLine(ExecutorPod pod) {
        State.Waiting waiting = (State.Waiting) pod.state();
        return "pod " + pod.name() + ": "
                + pod.unschedulable().orElse((waiting.reason() + " " + waiting.message()).strip());
    }

    private static String evidence(ExecutorFailure failure) {
        return failure.evidence().stream().map(line -> "\n          | " + line).collect(Collectors.joining());
    }

    private static StartFailedException failed(SessionLimits limits, String seen, String why, String lineToWrite) {
        return new StartFailedException(
                new Explanation("run session \"" + limits.session() + "\"", seen, why, lineToWrite), null);
    }
}
