package dev.kindling.diagnosis;

/**
 * The operator that runs an application has no means for what was asked.
 *
 * <pre>{@code
 * static String missing(UnsupportedByOperatorException e) {
 *     return e.operator() + " cannot: " + e.explanation().tried();
 * }
 * }</pre>
 */
public final class UnsupportedByOperatorException extends KindlingException {
    private static final long serialVersionUID = 1L;

    private final String operator;
    private final Explanation explanation;

    /**
     * With what was tried, seen, why and what to write.
     *
     * @param operator which product
     */
    public UnsupportedByOperatorException(String operator, Explanation explanation) {
        super(explanation.toString(), null);
        this.operator = operator;
        this.explanation = explanation;
    }

    /** Which product. */
    public String operator() {
        return operator;
    }

    /** What was tried, seen, why and what to write. */
    public Explanation explanation() {
        return explanation;
    }
}
