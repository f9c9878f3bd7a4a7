package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.ContainerFacts;
import dev.kindling.internal.diagnosis.evidence.EventFacts;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A scheduled pod's container cannot be made, for want of what the pod refers to. */
final class MountRule implements Rule {

    /** Every ordinary driver is told once that its config map is not there: it is made after the pod. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What the kubelet notes when all volumes are mounted. */
    private static final Set<String> AFTER_VOLUMES = Set.of("Pulling", "Pulled", "Created", "Started");

    private static final Pattern ABSENT = Pattern.compile("(secret|configmap) \"([^\"]+)\" not found");
    private static final Pattern KEY = Pattern.compile("couldn't find key (\\S+) in (Secret|ConfigMap) (\\S+)");

    @Override
    public Stream<Cause> causes(Evidence evidence) {
        return evidence.waitingPods()
                .filter(pod -> !pod.node().isEmpty())
                .flatMap(pod -> refused(pod).or(() -> unmounted(pod, evidence)).stream());
    }

    private static Optional<Cause> refused(PodFacts pod) {
        return pod.containers().stream()
                .filter(container -> container.isWaiting()
                        && (container.reason().startsWith("CreateContainer")
                                || container.reason().equals("RunContainerError")))
                .findFirst()
                .map(container -> refused(pod, container));
    }

    private static Cause refused(PodFacts pod, ContainerFacts container) {
        var seen = pod.observed(container);
        var key = KEY.matcher(container.message());
        if (key.find()) {
            var account = Account.certain(
                            "key-missing", key.group(2) + " " + key.group(3) + " has no key " + key.group(1))
                    .run(pod.run())
                    .seen(seen)
                    .why("an environment variable of the pod is to come from that key")
                    .write(
                            "PodPlan.none().secretEnv(\"NAME\", \"secret\", \"key\") with a key that is there",
                            "spark.kubernetes." + pod.role() + ".secretKeyRef.[NAME]");
            return new Cause(Finding.MissingObject::new, account);
        }
        return absent(pod, container.message(), seen)
                .orElseGet(() -> new Cause(
                        Finding.Rejected::new,
                        Account.certain(
                                        "container-refused",
                                        "The kubelet cannot make the container: " + container.reason())
                                .run(pod.run())
                                .seen(seen)
                                .why("the message says what it cannot do")
                                .write("what the message names", "")));
    }

    private static Optional<Cause> unmounted(PodFacts pod, Evidence evidence) {
        return evidence.eventsOf(pod)
                .filter(event ->
                        event.reason().equals("FailedMount") || event.reason().equals("FailedAttachVolume"))
                .filter(event ->
                        isBeingMade(pod) && pod.created().plus(PATIENCE).isBefore(evidence.taken()))
                .max(Comparator.comparing(EventFacts::time))
                .filter(event -> !isMountedSince(pod, event, evidence))
                .map(event -> absent(pod, event.message(), event.observed()).orElseGet(() -> volume(pod, event)));
    }

    /** Volumes come before images: a container that waits for anything later has them all. */
    private static boolean isBeingMade(PodFacts pod) {
        return pod.containers().stream()
                .filter(ContainerFacts::isWaiting)
                .allMatch(each -> each.reason().isEmpty()
                        || each.reason().equals("ContainerCreating")
                        || each.reason().equals("PodInitializing"));
    }

    /** A large image is pulled for minutes, and until then a container is being made. */
    private static boolean isMountedSince(PodFacts pod, EventFacts refusal, Evidence evidence) {
        return evidence.eventsOf(pod)
                .anyMatch(event -> AFTER_VOLUMES.contains(event.reason())
                        && !event.time().isBefore(refusal.time().truncatedTo(ChronoUnit.SECONDS)));
    }

    private static Cause volume(PodFacts pod, EventFacts event) {
        var account = Account.probable("volume-not-mounted", "A volume of the " + pod.role() + " cannot be mounted")
                .run(pod.run())
                .seen(event.observed())
                .why("the kubelet tries again and again; its message says what fails")
                .write(".pods(PodPlan.none().volume(Volume...)) without it, or mend what the message names", "")
                .mayPass();
        return new Cause(Finding.MissingObject::new, account);
    }

    private static Optional<Cause> absent(PodFacts pod, String message, Clue seen) {
        var absent = ABSENT.matcher(message);
        if (!absent.find()) {
            return Optional.empty();
        }
        var isSecret = absent.group(1).equals("secret");
        var kind = isSecret ? "secret" : "config map";
        var account = Account.certain(
                        isSecret ? "secret-missing" : "config-map-missing",
                        "There is no " + kind + " " + absent.group(2) + " in namespace " + pod.namespace())
                .run(pod.run())
                .seen(seen)
                .why("the pod refers to it, and its container is not made before it is there")
                .write(
                        "create it: kubectl create " + absent.group(1) + " .. " + absent.group(2) + " -n "
                                + pod.namespace() + ", or name another in PodPlan."
                                + (isSecret ? "secretEnv" : "configMapEnv") + "(..)",
                        "spark.kubernetes." + pod.role() + (isSecret ? ".secrets.[name]" : ".podTemplateFile"));
        return Optional.of(new Cause(Finding.MissingObject::new, account.mayPass()));
    }
}
