package dev.kindling.diagnosis;

import java.util.List;

/**
 * A spec cannot be run; nothing was touched. Holds every problem, not only the first.
 *
 * <pre>{@code
 * try {
 *     Spark.session("My Job").check();
 * } catch (InvalidSpecException e) {
 *     e.problems().forEach(problem -> System.err.println(problem.lineToWrite()));
 * }
 * }</pre>
 */
public final class InvalidSpecException extends KindlingException {
    private static final long serialVersionUID = 1L;

    private final String spec;
    /** An array, because not every list can be serialized. */
    private final Problem[] problems;

    /**
     * Of a spec with at least one problem.
     *
     * @param spec the spec's name
     */
    public InvalidSpecException(String spec, List<Problem> problems) {
        super(message(spec, problems), null);
        this.spec = spec;
        this.problems = problems.toArray(Problem[]::new);
    }

    /** The spec's name. */
    public String spec() {
        return spec;
    }

    /** Everything that is wrong, in the order of the spec. */
    public List<Problem> problems() {
        return List.of(problems);
    }

    private static String message(String spec, List<Problem> problems) {
        var text = new StringBuilder("\"" + spec + "\" cannot be run, " + problems.size()
                + (problems.size() == 1 ? " problem" : " problems") + "; nothing was started:");
        for (int i = 0; i < problems.size(); i++) {
            text.append("\n  ").append(i + 1).append(". ").append(problems.get(i));
        }
        return text.toString();
    }
}
