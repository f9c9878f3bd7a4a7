package dev.kindling.image;

/**
 * When a node pulls an image.
 *
 * <pre>{@code
 * SparkImage image = SparkImage.parse("registry.local/spark:4.1.1").pullPolicy(PullPolicy.ALWAYS);
 * }</pre>
 *
 * <p>Rule: {@code imagePullPolicy} of the Kubernetes container spec.
 */
public enum PullPolicy {
    /** Before every start. */
    ALWAYS("Always"),
    /** Where the node does not have it. */
    IF_NOT_PRESENT("IfNotPresent"),
    /** Never: the node has it. */
    NEVER("Never");

    private final String text;

    PullPolicy(String text) {
        this.text = text;
    }

    /** As Kubernetes writes it. */
    @Override
    public String toString() {
        return text;
    }
}
