package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Finding;
import java.util.List;

/** Driver, executors and the program are of different versions of Python, Java, Scala or Spark. */
final class VersionRules {

    /** A class file of Java n has the number n + 44. */
    private static final int CLASS_FILE = 44;

    private static final String IMAGE_KEY = "spark.kubernetes.executor.container.image (Kubeflow: spec.executor.image)";

    static final List<Rule> ALL = List.of(
            new TextRule(
                    "Python in worker has different version:? \\(?'?([\\d., ]+)'?\\)? than that in driver:?"
                            + " \\(?'?([\\d., ]+?)'?\\)?[,.] ",
                    Finding.VersionMismatch::new,
                    hit -> hit.certain(
                                    "python-mismatch",
                                    "Executors run Python " + hit.group(1).strip() + ", the driver Python "
                                            + hit.group(2).strip())
                            .why(
                                    "functions travel from driver to executors as Python's byte code, which differs from minor"
                                            + " version to minor version")
                            .write(
                                    ".image(\"..\") with one image for driver and executors, or set PYSPARK_PYTHON to a Python "
                                            + hit.group(2).strip() + " in the executors' image",
                                    IMAGE_KEY)),
            new TextRule(
                    "UnsupportedClassVersionError: (\\S+) has been compiled by a more recent version of the Java Runtime"
                            + " \\(class file version (\\d+)\\.\\d+\\).*? up to (\\d+)",
                    Finding.VersionMismatch::new,
                    VersionRules::java),
            new TextRule(
                    "InvalidClassException: (\\S+); local class incompatible",
                    Finding.VersionMismatch::new,
                    hit -> hit.certain(
                                    "spark-mismatch",
                                    "Driver and executors have different versions of "
                                            + hit.group(1).replace(';', ' '))
                            .why(
                                    "an object of one side cannot be read by the other: their jars (Spark's or your own) differ")
                            .write(".image(\"..\") with the Spark version of the driver", IMAGE_KEY)),
            new TextRule(
                    "(?:NoSuchMethodError|NoClassDefFoundError|AbstractMethodError): '?(?:\\S+ )?(scala[./]\\S+)",
                    Finding.VersionMismatch::new,
                    hit -> hit.probable("scala-mismatch", "A jar was compiled for another version of Scala")
                            .why("it calls " + hit.group(1) + ", which Spark's Scala 2.13 does not have in that form")
                            .write(".packages(\"group:artifact_2.13:version\")", "spark.jars.packages")),
            new TextRule(
                    "(?:NoSuchMethodError|AbstractMethodError|IncompatibleClassChangeError|NoSuchFieldError): '?"
                            + "((?!(?:\\S+ )?scala[./])[^\\n]+)",
                    Finding.VersionMismatch::new,
                    hit -> hit.probable(
                                    "library-mismatch", "A library is there in another version than the program needs")
                            .why("the program was compiled with a version that has "
                                    + hit.group(1).replaceAll("'$", ""))
                            .write(
                                    ".packages(..) with the versions that Spark 4.1.1 brings, or shade your own",
                                    "spark.driver.userClassPathFirst")));

    private VersionRules() {}

    private static Account java(TextRule.Hit hit) {
        var compiled = Integer.parseInt(hit.group(2)) - CLASS_FILE;
        var runs = Integer.parseInt(hit.group(3)) - CLASS_FILE;
        return hit.certain(
                        "java-mismatch",
                        hit.group(1).replace('/', '.') + " was compiled for Java " + compiled + ", the image runs Java "
                                + runs)
                .why("a JVM reads no classes of later versions")
                .write(
                        "compile with javac --release " + runs + ", or .image(\"..\") with Java " + compiled,
                        "spark.kubernetes.container.image (Kubeflow: spec.image)");
    }
}
