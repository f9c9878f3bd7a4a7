package dev.kindling.target;

/**
 * Whether Apache's operator leaves an application's pods when it has ended.
 *
 * <pre>{@code
 * Operator keeping = Operator.apache(ApacheOptions.defaults().retain(RetainPolicy.ON_FAILURE));
 * }</pre>
 *
 * <p>Rule: {@code applicationTolerations.resourceRetainPolicy}.
 */
public enum RetainPolicy {
    /** Always. */
    ALWAYS("Always"),
    /** Where it failed. */
    ON_FAILURE("OnFailure"),
    /** Never: the operator's default. Logs that nobody followed are gone with the pods. */
    NEVER("Never");

    private final String text;

    RetainPolicy(String text) {
        this.text = text;
    }

    /** As the resource says it. */
    @Override
    public String toString() {
        return text;
    }
}
