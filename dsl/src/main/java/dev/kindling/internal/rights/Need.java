package dev.kindling.internal.rights;

import dev.kindling.target.Rbac.Rule;
import java.util.List;
import java.util.stream.Stream;

/** Rights that belong together, and what becomes of a run without them. */
public record Need(Weight weight, Rule rule) {

    /** What comes of it where a right is missing. */
    public enum Weight {
        /** The run does not start, hangs, or leaves behind what it may not remove. */
        VITAL,
        /** It does its work; something beside it is missing. */
        USEFUL,
        /** Not asked for where this JVM is in no pod; useful there. */
        IN_A_POD,
        /** No run needs it: preflight does not ask for it. */
        ASIDE
    }

    static Need vital(String why, String apiGroup, List<String> resources, String... verbs) {
        return new Need(Weight.VITAL, new Rule(why, apiGroup, resources, List.of(verbs)));
    }

    static Need useful(String why, String apiGroup, List<String> resources, String... verbs) {
        return new Need(Weight.USEFUL, new Rule(why, apiGroup, resources, List.of(verbs)));
    }

    static Need inAPod(String why, List<String> resources, String... verbs) {
        return new Need(Weight.IN_A_POD, new Rule(why, "", resources, List.of(verbs)));
    }

    static Need aside(String why, List<String> resources, String... verbs) {
        return new Need(Weight.ASIDE, new Rule(why, "", resources, List.of(verbs)));
    }

    /** Every verb on every resource. */
    public Stream<Right> rights() {
        return rule.resources().stream()
                .flatMap(resource -> rule.verbs().stream().map(verb -> new Right(rule.apiGroup(), resource, verb)));
    }
}
