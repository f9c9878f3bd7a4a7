package dev.kindling.internal.preflight;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.internal.plan.Dependencies;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Whether packages and jars are for the Scala and the Spark that load them, by their names. */
final class LibraryVersions {

    /** Of an artifact or of a jar: {@code spark-avro_2.12}, {@code graphframes_2.12-0.8.jar}. */
    private static final Pattern SCALA = Pattern.compile("[^/]*_(2\\.1\\d|3)(?:-[^/]*)?");

    private LibraryVersions() {}

    static Answer answer(Dependencies needed, String spark, String scala) {
        if (needed.packages().isEmpty() && needed.jars().isEmpty()) {
            return Answer.fine("versions of libraries: there are none");
        }
        var problems = new ArrayList<Answer.Problem>();
        for (var coordinates : needed.packages()) {
            var parts = List.of(coordinates.split(":"));
            if (isOfOtherScala(parts.get(1), scala)) {
                problems.add(scala(".packages(..)", coordinates, scala));
            } else if (parts.get(0).equals("org.apache.spark") && !isOf(parts.get(2), spark)) {
                problems.add(spark(coordinates, spark));
            }
        }
        needed.jars().stream()
                .filter(jar -> isOfOtherScala(jar.substring(jar.lastIndexOf('/') + 1), scala))
                .forEach(jar -> problems.add(scala(".jar(..)", jar, scala)));
        return Answer.found("versions of libraries", problems);
    }

    private static boolean isOfOtherScala(String name, String scala) {
        var found = SCALA.matcher(name);
        return found.matches() && !found.group(1).equals(scala);
    }

    /** Minor versions of Spark change what its own modules call of each other. */
    private static boolean isOf(String version, String spark) {
        return version.startsWith(spark.substring(0, spark.lastIndexOf('.') + 1));
    }

    private static Answer.Problem scala(String call, String name, String scala) {
        return VersionCheck.mismatch(
                Account.probable("scala-mismatch", name + " is for another Scala than Spark's " + scala)
                        .seen(new Clue("spec", call, name, null))
                        .why("what was compiled for one Scala does not find the classes of another")
                        .write(call.replace("..", "\"..\"") + " with the one for _" + scala, "spark.jars.packages"));
    }

    private static Answer.Problem spark(String name, String spark) {
        return VersionCheck.mismatch(Account.probable("spark-mismatch", name + " is of another Spark than " + spark)
                .seen(new Clue("spec", ".packages(..)", name, null))
                .why("Spark's modules call each other's inner classes, which change from version to version")
                .write(".packages(\"..\") with version " + spark, "spark.jars.packages"));
    }
}
