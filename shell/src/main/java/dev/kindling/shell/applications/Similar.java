package dev.kindling.shell.applications;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** What somebody may have meant by a misspelt name. */
final class Similar {
    private static final double ENOUGH = 0.85;
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private Similar() {}

    static Optional<String> to(String name, Collection<String> known) {
        return known.stream()
                .max(Comparator.comparingDouble(each -> SIMILARITY.apply(name, each)))
                .filter(best -> SIMILARITY.apply(name, best) >= ENOUGH);
    }
}
