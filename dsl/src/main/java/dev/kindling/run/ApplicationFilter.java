package dev.kindling.run;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which applications a list has. Immutable and thread-safe.
 *
 * <pre>{@code
 * ApplicationFilter filter = ApplicationFilter.all().namePrefix("nightly-").state("RUNNING", "RunningHealthy");
 * }</pre>
 *
 * @param namePrefix what names begin with; empty for any
 * @param states the operators' own words, upper or lower case; empty for any
 * @param labels what labels of the custom resource have to be; the server selects by them
 */
public record ApplicationFilter(String namePrefix, Set<String> states, Map<String, String> labels) {
    /** Copies states and labels. */
    public ApplicationFilter {
        states = Set.copyOf(states);
        labels = Map.copyOf(labels);
    }

    /** All of them. */
    public static ApplicationFilter all() {
        return new ApplicationFilter("", Set.of(), Map.of());
    }

    /** Those whose name begins so. */
    public ApplicationFilter namePrefix(String prefix) {
        return new ApplicationFilter(prefix, states, labels);
    }

    /** Those in one of these states, besides what was said before. */
    public ApplicationFilter state(String... names) {
        var more = new TreeSet<>(states);
        more.addAll(Set.of(names));
        return new ApplicationFilter(namePrefix, more, labels);
    }

    /** Those that also have this label. */
    public ApplicationFilter label(String key, String value) {
        var more = new TreeMap<>(labels);
        more.put(key, value);
        return new ApplicationFilter(namePrefix, states, more);
    }

    /** Whether it is one of them. */
    public boolean matches(ListedApplication application) {
        return application.name().startsWith(namePrefix)
                && (states.isEmpty()
                        || states.stream().anyMatch(application.state().name()::equalsIgnoreCase))
                && application.labels().entrySet().containsAll(labels.entrySet());
    }
}
