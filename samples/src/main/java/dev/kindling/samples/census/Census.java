package dev.kindling.samples.census;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The result: what the executors' JDK holds. The small packages are summed up, so that the result is a short line in a
 * driver's log: container runtimes cut long ones.
 *
 * <pre>{@code
 * var census = Census.of("17.0.15+6", List.of(new PackageCount("java.lang", 250, 1_400_000, 4_200)));
 * census.total().methods();
 * }</pre>
 *
 * @param javaRuntime {@code java.runtime.version} of the executors
 * @param largest the packages with the most classes, sorted
 * @param others all other packages as one, by their number
 */
public record Census(String javaRuntime, List<PackageCount> largest, PackageCount others) {
    private static final int LARGEST = 15;
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Marks the result among the lines of a driver's log. */
    private static final String MARK = "class-census-result: ";

    public Census {
        largest = List.copyOf(largest);
    }

    /** Sorts the packages, so that equal counts give equal results whatever order the executors ended in. */
    static Census of(String javaRuntime, List<PackageCount> packages) {
        var order = Comparator.comparingLong(PackageCount::classes).reversed().thenComparing(PackageCount::name);
        var sorted = packages.stream().sorted(order).toList();
        var shown = Math.min(LARGEST, sorted.size());
        var rest = sorted.subList(shown, sorted.size());
        return new Census(javaRuntime, sorted.subList(0, shown), sum(rest.size() + " others", rest));
    }

    /** The sum over all packages. */
    public PackageCount total() {
        return sum("total", largest).plus(others);
    }

    /** One line that {@link #fromLog} finds again. */
    String toLogLine() {
        try {
            return MARK + JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a census of numbers and names has a JSON form", e);
        }
    }

    /** The last result in a driver's log; a driver that was tried twice prints two. */
    static Optional<Census> fromLog(String log) {
        return log.lines()
                .filter(line -> line.startsWith(MARK))
                .reduce((earlier, later) -> later)
                .map(line -> parse(line.substring(MARK.length())));
    }

    private static Census parse(String json) {
        try {
            return JSON.readValue(json, Census.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the driver's log holds a cut result line: " + e.getOriginalMessage(), e);
        }
    }

    private static PackageCount sum(String name, List<PackageCount> packages) {
        return packages.stream().reduce(new PackageCount(name, 0, 0, 0), PackageCount::plus);
    }
}
