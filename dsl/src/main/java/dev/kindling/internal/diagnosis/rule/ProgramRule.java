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
                .filter(text -> !text.isOfExecutor() && !text.isRefusal())
                .flatMap(text -> DriverErrors.last(text.text().lines().toList()).stream()
                        .map(thrown -> new Cause(Finding.ProgramFailed::new, account(text, thrown))));
    }

    private static Account account(FailureText text, DriverException thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var first = thrown.frames().stream().findFirst().orElse("");
        var account = Account.certain("program-exception", "The program ended with " + firstLine(thrown.getMessage()))
                .run(text.run())
                .seen(text.observed(firstLine(root.getMessage())))
                .why("nobody caught the exception" + (first.isEmpty() ? "" : ", thrown " + first))
                .write("correct the program where the exception was thrown", "");
        return root == thrown ? account : account.seen(text.observed(firstLine(thrown.getMessage())));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
