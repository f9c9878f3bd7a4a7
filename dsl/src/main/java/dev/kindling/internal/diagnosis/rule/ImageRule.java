package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.ContainerFacts;
import dev.kindling.internal.diagnosis.evidence.EventFacts;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A node cannot get the image of a container. */
final class ImageRule implements Rule {

    private static final Set<String> REASONS =
            Set.of("ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull", "ImageInspectError");
    private static final Pattern DENIED = Pattern.compile(
            "401|403 Forbidden|unauthorized|authentication required|access denied|authorization failed");
    private static final Pattern NO_WAY = Pattern.compile(
            "dial tcp|no such host|connection refused|i/o timeout|TLS handshake|x509|server gave HTTP response");
    private static final String CODE = ".image(\"..\") with one that the nodes can get";
    private static final String KEY = "spark.kubernetes.container.image (Kubeflow: spec.image)";

    @Override
    public Stream<Cause> causes(Evidence evidence) {
        return evidence.waitingPods().flatMap(pod -> pod.containers().stream()
                .filter(container -> container.isWaiting() && REASONS.contains(container.reason()))
                .limit(1)
                .map(container -> new Cause(Finding.ImageUnavailable::new, account(pod, container, evidence))));
    }

    private static Account account(PodFacts pod, ContainerFacts container, Evidence evidence) {
        var said = container.message()
                + evidence.eventsOf(pod)
                        .filter(event -> event.reason().equals("Failed"))
                        .map(EventFacts::message)
                        .collect(Collectors.joining(" ", " ", ""));
        return meaning(container.reason(), container.image(), said)
                .run(pod.run())
                .seen(pod.observed(container))
                .seen(evidence.eventsOf(pod)
                        .filter(event -> event.reason().equals("Failed"))
                        .map(EventFacts::observed)
                        .limit(1)
                        .toList());
    }

    private static Account meaning(String reason, String image, String said) {
        if (reason.equals("InvalidImageName")) {
            return Account.certain("image-name-invalid", "\"" + image + "\" is no name of an image")
                    .why("a name is registry/path:tag in lower case")
                    .write(".image(\"registry/path:tag\")", KEY);
        }
        if (reason.equals("ErrImageNeverPull")) {
            return Account.certain("image-never-pulled", "The node does not have " + image + " and may not pull it")
                    .why("the pull policy is Never")
                    .write(
                            "SparkImage.parse(\"..\").pullPolicy(PullPolicy.IF_NOT_PRESENT)",
                            "spark.kubernetes.container.image.pullPolicy (Kubeflow: spec.imagePullPolicy)");
        }
        if (said.contains("no match for platform")) {
            return Account.certain("image-architecture", image + " is not made for the node's processor")
                    .why("the image has no variant for the node's architecture")
                    .write(".pods(PodPlan.none().nodeSelector(\"kubernetes.io/arch\", \"..\"))", KEY);
        }
        if (DENIED.matcher(said).find()) {
            return Account.certain("image-pull-denied", "The registry does not let the node pull " + image)
                    .why("the image is private and the pod has no pull secret for it, or a wrong one; some registries"
                            + " answer so for images that are not there, too")
                    .write(
                            "SparkImage.parse(\"..\").pullSecret(\"..\")",
                            "spark.kubernetes.container.image.pullSecrets (Kubeflow: spec.imagePullSecrets)");
        }
        if (NO_WAY.matcher(said).find()) {
            return Account.certain("image-registry-unreachable", "The node cannot reach the registry of " + image)
                    .why("it does not have the image, and the name or address of its registry does not answer")
                    .write(CODE, KEY)
                    .mayPass();
        }
        return Account.certain("image-not-found", "No node can get the image " + image)
                .why(said.contains("not found") ? "the registry has no such image or tag" : "its registry refuses")
                .write(CODE, KEY);
    }
}
