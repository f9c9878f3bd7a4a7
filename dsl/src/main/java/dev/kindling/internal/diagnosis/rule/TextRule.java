package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A cause that shows in what is written when something fails: a pattern within one line, and what it means. */
final class TextRule implements Rule {

    private static final int LONGEST_LINE = 600;

    /** Characters: an exception, its causes and their frames. */
    private static final int NEAR = 6_000;

    private static final Pattern ANYTHING = Pattern.compile("");

    /** What a driver logs of a task that failed in an executor, in one line with its exception. */
    private static final Pattern OF_TASK = Pattern.compile("Lost task .* executor (?!driver)\\S+\\):");

    private final Pattern pattern;
    private final Function<Account, Finding> kind;
    private final Function<Hit, Account> meaning;

    private final Predicate<FailureText> place;
    private final Pattern nearby;

    TextRule(String pattern, Function<Account, Finding> kind, Function<Hit, Account> meaning) {
        this(Pattern.compile(pattern), kind, meaning, text -> true, ANYTHING);
    }

    private TextRule(
            Pattern pattern,
            Function<Account, Finding> kind,
            Function<Hit, Account> meaning,
            Predicate<FailureText> place,
            Pattern nearby) {
        this.pattern = pattern;
        this.kind = kind;
        this.meaning = meaning;
        this.place = place;
        this.nearby = nearby;
    }

    /** Only in some texts. */
    TextRule where(Predicate<FailureText> only) {
        return new TextRule(pattern, kind, meaning, only, nearby);
    }

    /** Only where this stands in the same exception, or about where it would end. */
    TextRule near(Pattern other) {
        return new TextRule(pattern, kind, meaning, place, other);
    }

    @Override
    public Stream<Cause> causes(Evidence evidence) {
        return FailureText.in(evidence)
                .filter(place)
                .flatMap(text -> first(text).stream())
                .map(hit -> new Cause(kind, meaning.apply(hit), hit.inPassing));
    }

    /** Where the failure is told of; what it is about is often said in more detail before. */
    private Optional<Hit> first(FailureText text) {
        var found = pattern.matcher(text.text())
                .results()
                .filter(each -> isNear(text.text(), each))
                .toList();
        return found.stream()
                .filter(each -> text.tellsTheEnd(each.start()))
                .findFirst()
                .map(end -> found.stream()
                        .filter(each -> groups(each).equals(groups(end)))
                        .findFirst()
                        .orElse(end))
                .map(match -> hit(text, match, false))
                .or(() -> found.stream().findFirst().map(match -> hit(text, match, true)));
    }

    private boolean isNear(String text, MatchResult match) {
        return nearby.matcher(text)
                .region(Math.max(0, match.start() - NEAR), Math.min(text.length(), match.end() + NEAR))
                .find();
    }

    private static Hit hit(FailureText text, MatchResult match, boolean inPassing) {
        return new Hit(text, text.lineAt(match.start()), groups(match), inPassing);
    }

    private static List<String> groups(MatchResult match) {
        return IntStream.rangeClosed(0, match.groupCount())
                .mapToObj(i -> match.group(i) == null ? "" : match.group(i))
                .toList();
    }

    /** Where a pattern was found. */
    static final class Hit {
        private final FailureText text;
        private final String line;
        private final List<String> groups;
        private final boolean inPassing;

        private Hit(FailureText text, String line, List<String> groups, boolean inPassing) {
            this.text = text;
            this.line = line;
            this.groups = groups;
            this.inPassing = inPassing;
        }

        /** A group of the pattern; empty if it took no part. */
        String group(int number) {
            return groups.get(number);
        }

        /** Whether it happened in an executor, whoever has written it down. */
        boolean isOfExecutor() {
            return text.isOfExecutor() || OF_TASK.matcher(line).find();
        }

        /** Whether this JVM was told so, as one that submits or that a session's driver is in. */
        boolean isOfThisJvm() {
            return text.isOfThisJvm();
        }

        Plan plan() {
            return Plan.of(isOfExecutor());
        }

        private Clue observed() {
            return text.observed(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + " .." : line);
        }

        /** As far as it is told of as the end: what was dealt with is probable at the most. */
        Account certain(String cause, String what) {
            return inPassing
                    ? probable(cause, what)
                    : Account.certain(cause, what).run(text.run()).seen(observed());
        }

        Account probable(String cause, String what) {
            return Account.probable(cause, what).run(text.run()).seen(observed());
        }
    }
}
