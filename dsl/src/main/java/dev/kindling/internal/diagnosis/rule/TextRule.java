package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A cause that shows in what is written when something fails: a pattern within one line, and what it means. */
final class TextRule implements Rule {

    private static final int LONGEST_LINE = 600;

    /** What a driver logs of a task that failed in an executor, in one line with its exception. */
    private static final Pattern OF_TASK = Pattern.compile("Lost task .* executor (?!driver)\\S+\\):");

    private final Pattern pattern;
    private final Function<Account, Finding> kind;
    private final Function<Hit, Account> meaning;

    TextRule(String pattern, Function<Account, Finding> kind, Function<Hit, Account> meaning) {
        this.pattern = Pattern.compile(pattern);
        this.kind = kind;
        this.meaning = meaning;
    }

    @Override
    public Stream<Cause> causes(Evidence evidence) {
        return FailureText.in(evidence)
                .flatMap(text -> first(text).stream())
                .map(hit -> new Cause(kind, meaning.apply(hit)));
    }

    private Optional<Hit> first(FailureText text) {
        var matcher = pattern.matcher(text.text());
        if (!matcher.find()) {
            return Optional.empty();
        }
        var from = text.text().lastIndexOf('\n', matcher.start()) + 1;
        var to = text.text().indexOf('\n', matcher.start());
        var line = text.text().substring(from, to < 0 ? text.text().length() : to);
        var groups = new String[matcher.groupCount() + 1];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = matcher.group(i) == null ? "" : matcher.group(i);
        }
        return Optional.of(new Hit(text, line, groups));
    }

    /** Where a pattern was found. */
    static final class Hit {
        private final FailureText text;
        private final String line;
        private final String[] groups;

        private Hit(FailureText text, String line, String[] groups) {
            this.text = text;
            this.line = line;
            this.groups = groups;
        }

        /** A group of the pattern; empty if it took no part. */
        String group(int number) {
            return groups[number];
        }

        /** Whether it happened in an executor, whoever has written it down. */
        boolean isOfExecutor() {
            return text.isOfExecutor() || OF_TASK.matcher(line).find();
        }

        Plan plan() {
            return Plan.of(isOfExecutor());
        }

        private Clue observed() {
            return text.observed(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + " .." : line);
        }

        Account certain(String cause, String what) {
            return Account.certain(cause, what).run(text.run()).seen(observed());
        }

        Account probable(String cause, String what) {
            return Account.probable(cause, what).run(text.run()).seen(observed());
        }
    }
}
