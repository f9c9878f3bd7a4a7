package dev.kindling.internal.preflight;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.plan.Program;
import dev.kindling.internal.plan.ProgramKind;
import dev.kindling.internal.plan.WorkloadPlan;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whether driver, executors and what they load are of the same versions of Spark, Scala and Python. Only names are seen (tags,
 * file names, coordinates, interpreters), which may say what they like: warnings.
 */
public final class VersionCheck {

    private static final String NAME = "version of the image";

    private VersionCheck() {}

    /**
     * Of a session.
     *
     * @param image the executors'
     * @param spark this JVM's, for example 4.1.1
     * @param scala this JVM's, for example 2.13
     */
    public static List<Check> ofSession(WorkloadPlan plan, String image, String spark, String scala) {
        return List.of(
                new Check(NAME, () -> answer(image, spark, scala)),
                new Check("versions of libraries", () -> LibraryVersions.answer(plan.dependencies(), spark, scala)));
    }

    /**
     * Of an application, whose driver has an image, too.
     *
     * @param spark that its resource names, for images whose tag says nothing
     * @param scala that of this Spark
     */
    public static List<Check> ofApplication(WorkloadPlan plan, Program program, String spark, String scala) {
        var driver = RoleVersions.ofDriver(plan);
        var executors = RoleVersions.ofExecutors(plan);
        var tag = driver.tag();
        return List.of(
                new Check("versions of the images", () -> images(driver, executors)),
                new Check(
                        "versions of libraries",
                        () -> LibraryVersions.answer(
                                plan.dependencies(),
                                tag.spark().map(minor -> minor + ".x").orElse(spark),
                                tag.scala().orElse(scala))),
                new Check("versions of Python", () -> python(program, driver, executors)));
    }

    static Answer answer(String image, String spark, String scala) {
        var tag = ImageTag.of(image);
        var theirs = tag.spark();
        if (theirs.isEmpty()) {
            return Answer.notKnown("the image's version of Spark: its tag does not say");
        }
        if (!spark.startsWith(theirs.get() + ".")) {
            return Answer.found(NAME, List.of(spark(image, "Spark " + theirs.get(), "Spark " + spark)));
        }
        return tag.scala()
                .filter(other -> !other.equals(scala))
                .map(other -> Answer.found(NAME, List.of(spark(image, "Scala " + other, "Scala " + scala))))
                .orElseGet(() -> Answer.fine(NAME));
    }

    static Answer images(RoleVersions driver, RoleVersions executors) {
        var name = "versions of the images";
        return Stream.<Function<ImageTag, Optional<String>>>of(ImageTag::spark, ImageTag::scala)
                .flatMap(version -> version.apply(driver.tag()).stream().filter(one -> version.apply(executors.tag())
                        .filter(other -> !other.equals(one))
                        .isPresent()))
                .findFirst()
                .map(any -> Answer.found(name, List.of(images(driver.image(), executors.image()))))
                .orElseGet(() -> Answer.fine(name));
    }

    private static Answer.Problem images(Optional<String> driver, Optional<String> executors) {
        return mismatch(Account.probable("spark-mismatch", "Driver and executors have images of different versions")
                .seen(new Clue("images", "tags", driver.orElse("") + " and " + executors.orElse(""), null))
                .why("driver and executors exchange serialized objects, which other versions cannot read")
                .write(".image(\"..\") with one image for both", "spark.kubernetes.executor.container.image"));
    }

    private static Answer.Problem spark(String image, String theirs, String ours) {
        return mismatch(
                Account.probable("spark-mismatch", "The image is one of " + theirs + ", this JVM's driver is " + ours)
                        .seen(new Clue("image", "tag", image, null))
                        .why("driver and executors exchange serialized objects, which other versions cannot read")
                        .write(".image(\"..\") with an image of " + ours, "spark.kubernetes.container.image"));
    }

    static Answer.Problem mismatch(Account account) {
        return new Answer.Problem(Finding.VersionMismatch::new, account);
    }

    static Answer python(Program program, RoleVersions driver, RoleVersions executors) {
        if (program.kind() != ProgramKind.PYTHON) {
            return Answer.fine("versions of Python: none is used");
        }
        var one = driver.python();
        var other = executors.python();
        if (one.isEmpty() || other.isEmpty()) {
            return Answer.notKnown("versions of Python: neither interpreters nor tags of images say them");
        }
        return one.equals(other)
                ? Answer.fine("versions of Python")
                : Answer.found("versions of Python", List.of(python(one.get(), other.get())));
    }

    private static Answer.Problem python(String driver, String executors) {
        return mismatch(Account.probable(
                        "python-mismatch", "Executors are to run Python " + executors + ", the driver Python " + driver)
                .seen(new Clue("spec", "interpreters and tags of images", executors + " and " + driver, null))
                .why(
                        "functions travel from driver to executors as Python's byte code, which differs from minor version to"
                                + " minor version")
                .write(
                        ".conf(\"spark.pyspark.python\", \"..\") with one interpreter for both",
                        "spark.pyspark.python, spark.pyspark.driver.python"));
    }
}
