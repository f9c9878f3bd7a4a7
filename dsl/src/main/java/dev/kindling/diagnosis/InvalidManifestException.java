package dev.kindling.diagnosis;

import java.util.List;

/**
 * The text of a custom resource cannot be read, or says what cannot be. Nothing was touched. Holds every problem with
 * its line and column; a text that is no YAML has just the first.
 *
 * <pre>{@code
 * try {
 *     SparkManifest.parse("kind: SparkApplication");
 * } catch (InvalidManifestException e) {
 *     e.problems().forEach(problem -> System.err.println(e.source() + ": " + problem));
 * }
 * }</pre>
 */
public final class InvalidManifestException extends KindlingException {
    private static final long serialVersionUID = 1L;

    private final String source;
    /** An array, because not every list can be serialized. */
    private final ManifestProblem[] problems;

    /**
     * Of a text with at least one problem.
     *
     * @param source the file, or what else the text is
     */
    public InvalidManifestException(String source, List<ManifestProblem> problems) {
        super(message(source, problems), null);
        this.source = source;
        this.problems = problems.toArray(ManifestProblem[]::new);
    }

    /** The file, or what else the text is. */
    public String source() {
        return source;
    }

    /** Everything that is wrong, in the order of the text. */
    public List<ManifestProblem> problems() {
        return List.of(problems);
    }

    private static String message(String source, List<ManifestProblem> problems) {
        var text = new StringBuilder(
                source + " cannot be used, " + problems.size() + (problems.size() == 1 ? " problem:" : " problems:"));
        for (int i = 0; i < problems.size(); i++) {
            text.append("\n  ").append(i + 1).append(". ").append(problems.get(i));
        }
        return text.toString();
    }
}
