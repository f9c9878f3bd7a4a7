package dev.kindling.internal.preflight;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.image.PullPolicy;
import dev.kindling.image.SparkImage;
import dev.kindling.internal.preflight.ImageRegistry.Reply;
import dev.kindling.internal.preflight.ImageRegistry.State;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whether the registry of an image has it. One that is on a node need be in no registry, so that nothing is said of what
 * nodes may have; nor of what a registry may hide from who does not log in.
 */
public final class RegistryCheck {

    private final SparkImage image;
    private final Predicate<String> isOnANode;

    RegistryCheck(SparkImage image, Predicate<String> isOnANode) {
        this.image = image;
        this.isOnANode = isOnANode;
    }

    /** Takes up to a second where the registry does not answer: for those who ask for preflight, not for each start. */
    public static Check of(KubernetesClient client, SparkImage image) {
        var check = new RegistryCheck(image, reference -> isOnANode(client, reference));
        return new Check(name(image), () -> ImageRegistry.of(image.reference())
                .map(ImageRegistry::ask)
                .map(check::answer)
                .orElseGet(() -> Answer.notKnown(
                        name(image) + ": not asked, as it is the node's own or wants everybody to log in")));
    }

    Answer answer(Reply reply) {
        if (reply.state() == State.HAS) {
            return Answer.fine(name(image));
        }
        if (reply.state() == State.NOT_KNOWN) {
            return Answer.notKnown(name(image) + ": " + reply.said());
        }
        if (!image.pullSecrets().isEmpty()) {
            return Answer.notKnown(name(image) + ": it is hidden from who does not log in, or not there");
        }
        return image.pullPolicy().filter(PullPolicy.ALWAYS::equals).isPresent() ? lacking(reply) : unlessOnANode(reply);
    }

    private Answer unlessOnANode(Reply reply) {
        try {
            return isOnANode.test(image.reference())
                    ? Answer.notKnown(name(image) + ": it lacks the image, but a node has it")
                    : lacking(reply);
        } catch (KubernetesClientException e) {
            if (e.getCode() <= 0) {
                throw e;
            }
            return Answer.notKnown(name(image) + ": it lacks the image; whether a node has it, this user may not see");
        }
    }

    private Answer lacking(Reply reply) {
        var account = Account.probable("image-not-found", "The registry does not have the image " + image.reference())
                .seen(new Clue(name(image), "manifest", reply.said(), null))
                .why("no node that lacks the image can get it")
                .write(".image(\"..\") with one that is there", "spark.kubernetes.container.image");
        return Answer.found(name(image), List.of(new Answer.Problem(Finding.ImageUnavailable::new, account)));
    }

    private static boolean isOnANode(KubernetesClient client, String reference) {
        return client.nodes().list().getItems().stream()
                .filter(node -> node.getStatus().getImages() != null)
                .flatMap(node -> node.getStatus().getImages().stream())
                .anyMatch(found -> found.getNames().contains(reference));
    }

    private static String name(SparkImage image) {
        return "registry of " + image.reference();
    }
}
