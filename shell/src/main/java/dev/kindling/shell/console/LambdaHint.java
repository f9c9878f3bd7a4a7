package dev.kindling.shell.console;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jdk.jshell.Diag;

/** What to write where Java cannot choose between the Java and the Scala form of a method, which take lambdas alike. */
public final class LambdaHint {
    private static final Set<String> CODES =
            Set.of("compiler.err.ref.ambiguous", "compiler.err.cant.apply.symbol", "compiler.err.cant.apply.symbols");

    /** What the method is called on, where that is easy to tell, and the method. */
    private static final Pattern CALL =
            Pattern.compile("(?<receiver>[\\w.]+(?:\\([^()]*\\))?)?\\s*\\.\\s*(?<method>\\w+)\\s*$");

    /** Verbs of {@link TypedVerbs} by the methods that they stand for, with what follows the Dataset. */
    private static final Map<String, String> VERBS = Map.of(
            "map", "x -> .., Encoders.LONG()",
            "flatMap", "x -> List.of(..).iterator(), Encoders.LONG()",
            "mapPartitions", "rows -> .., Encoders.LONG()",
            "groupByKey", "x -> .., Encoders.STRING()",
            "mapGroups", "(key, rows) -> .., Encoders.LONG()",
            "filter", "x -> ..",
            "reduce", "(a, b) -> ..",
            "foreach", "x -> ..",
            "foreachPartition", "rows -> ..");

    private LambdaHint() {}

    /** The verb to write, if the error is of this kind. */
    public static Optional<String> of(Diag error, String source) {
        if (!CODES.contains(error.getCode()) || !error.getMessage(null).contains("Dataset")) {
            return Optional.empty();
        }
        int end = (int) Math.max(0, Math.min(source.length(), error.getEndPosition()));
        var call = CALL.matcher(source.substring(0, end));
        if (!call.find() || !VERBS.containsKey(call.group("method"))) {
            return Optional.empty();
        }
        var verb = call.group("method");
        var receiver = Optional.ofNullable(call.group("receiver")).orElse("ds");
        return Optional.of("Java cannot tell its functions from Scala's here. Write\n  " + verb + "(" + receiver + ", "
                + VERBS.get(verb) + ")");
    }
}
