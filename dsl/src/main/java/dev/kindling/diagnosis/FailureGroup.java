package dev.kindling.diagnosis;

import dev.kindling.diagnosis.SubmissionsFailedException.Failure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Failures that say the same but for the names of the applications, of which the first is shown. */
record FailureGroup(List<Failure> failures) {

    /** Who needs more has them by the program; who reads has seen enough. */
    static final int SHOWN = 5;

    private static final int NAMES = 3;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9](?:[-.A-Za-z0-9]*[A-Za-z0-9])?");

    /** The most frequent first. */
    static List<FailureGroup> of(List<Failure> failures) {
        var names = failures.stream().map(Failure::name).collect(Collectors.toSet());
        var groups = new LinkedHashMap<String, List<Failure>>();
        failures.forEach(
                failure -> groups.computeIfAbsent(withoutNames(failure.said(), names), key -> new ArrayList<>())
                        .add(failure));
        return groups.values().stream()
                .map(FailureGroup::new)
                .sorted(Comparator.comparingInt(FailureGroup::size).reversed())
                .toList();
    }

    Failure first() {
        return failures.get(0);
    }

    int size() {
        return failures.size();
    }

    @Override
    public String toString() {
        var named = failures.stream().limit(NAMES).map(Failure::name).collect(Collectors.joining(", "));
        var more = size() > NAMES ? " and " + (size() - NAMES) + " more" : "";
        return size() + ": " + named + more + "\n  " + first().said().strip().replace("\n", "\n  ");
    }

    /** Any name: of many that are alike one has been asked about, and its answer names it. */
    private static String withoutNames(String text, Set<String> names) {
        return WORD.matcher(text).replaceAll(word -> withoutName(word.group(), names));
    }

    /** Also what belongs to one and is called after it, as {@code NAME-driver}. */
    private static String withoutName(String word, Set<String> names) {
        for (int end = word.length(); end > 0; end = word.lastIndexOf('-', end - 1)) {
            if (names.contains(word.substring(0, end))) {
                return "*" + word.substring(end);
            }
        }
        return word;
    }
}
