package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.DriverException;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.logs.DriverErrors;
import java.util.stream.Stream;

/** The program threw: no cause that is known, so the exception and its first cause are what there is to say. */
final class ProgramRule implements Rule {

    @Override
    public Stream<Cause> causes(Evidence evidence) {
        return FailureText.in(evidence)
                .filter(text -> !text.isOfExecutor() && !text.isRefusal() && !text.isOfKilled())
                .flatMap(text -> DriverErrors.last(text.text().lines().toList()).stream()
                        .map(thrown -> new Cause(Finding.ProgramFailed::new, account(text, thrown))));
    }

    private static Account account(FailureText text, DriverException thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var first = thrown.frames().stream().findFirst().orElse("");
        var account = begin(text, firstLine(thrown.getMessage()), first.isEmpty() ? "" : ", thrown " + first)
                .run(text.run())
                .seen(text.observed(firstLine(root.getMessage())))
                .write("correct the program where the exception was thrown", "");
        return root == thrown ? account : account.seen(text.observed(firstLine(thrown.getMessage())));
    }

    /** What was logged last may have been dealt with. */
    private static Account begin(FailureText text, String message, String place) {
        return text.holdsTheEnd()
                ? Account.certain("program-exception", "The program ended with " + message)
                        .why("nobody caught the exception" + place)
                : Account.probable("program-exception", "The last exception in its log is " + message)
                        .why("not known: it was logged" + place + ", and nothing after it says what ended the program");
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
