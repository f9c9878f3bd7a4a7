package dev.kindling.diagnosis;

/**
 * An idempotency key was used before, with another spec: neither may the earlier run be taken for this one, nor may it be
 * overwritten.
 *
 * <pre>{@code
 * static String inTheWay(IdempotencyConflictException e) {
 *     return e.name() + " was submitted with key " + e.key();
 * }
 * }</pre>
 */
public final class IdempotencyConflictException extends KindlingException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String name;

    /**
     * With the key and the custom resource that it names.
     *
     * @param explanation what was tried, seen, why and what to write
     */
    public IdempotencyConflictException(String key, String name, Explanation explanation) {
        super(explanation.toString(), null);
        this.key = key;
        this.name = name;
    }

    /** The key. */
    public String key() {
        return key;
    }

    /** The custom resource that the key names. */
    public String name() {
        return name;
    }
}
