package dev.kindling.internal.preflight;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether the executors' image has the driver's Spark. Only its tag is seen, which may say what it likes: a warning. */
public final class VersionCheck {

    private static final Pattern SPARK = Pattern.compile("(?<![\\d.])(\\d+\\.\\d+)\\.\\d+(?![\\d.]*\\d)");
    private static final Pattern SCALA = Pattern.compile("scala(\\d\\.\\d+)");

    private VersionCheck() {}

    /**
     * Of a session.
     *
     * @param spark this JVM's, for example 4.1.1
     * @param scala this JVM's, for example 2.13
     */
    public static Check of(String image, String spark, String scala) {
        return new Check("version of the image", () -> answer(image, spark, scala));
    }

    static Answer answer(String image, String spark, String scala) {
        var tag = image.substring(image.lastIndexOf(':') + 1);
        var theirs = first(SPARK, tag);
        if (image.contains("@") || theirs.isEmpty()) {
            return Answer.notKnown("the image's version of Spark: its tag does not say");
        }
        if (!spark.startsWith(theirs.get() + ".")) {
            return Answer.found(
                    "version of the image", List.of(problem(image, "Spark " + theirs.get(), "Spark " + spark)));
        }
        return first(SCALA, tag)
                .filter(other -> !other.equals(scala))
                .map(other -> Answer.found(
                        "version of the image", List.of(problem(image, "Scala " + other, "Scala " + scala))))
                .orElseGet(() -> Answer.fine("version of the image"));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static Answer.Problem problem(String image, String theirs, String ours) {
        return new Answer.Problem(
                Finding.VersionMismatch::new,
                Account.probable("spark-mismatch", "The image is one of " + theirs + ", this JVM's driver is " + ours)
                        .seen(new Clue("image", "tag", image, null))
                        .why("driver and executors exchange serialized objects, which other versions cannot read")
                        .write(".image(\"..\") with an image of " + ours, "spark.kubernetes.container.image"));
    }
}
