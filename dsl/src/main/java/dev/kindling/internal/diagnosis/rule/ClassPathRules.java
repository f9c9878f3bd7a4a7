package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Finding;
import java.util.List;

/** A class, a package, a data source or the program itself is not where it is looked for. */
final class ClassPathRules {

    static final List<Rule> ALL = List.of(
            new TextRule(
                    "Error: Failed to load class (\\S+?)\\.?(?:\\s|$)",
                    Finding.CodeMissing::new,
                    ClassPathRules::mainClass),
            new TextRule( // DefaultSource is Spark's guess at a data source's class
                    "(?:ClassNotFoundException: (?:Class )?|NoClassDefFoundError: )(?!\\S+\\.DefaultSource\\b)([\\w$./]+)"
                            + "(?: not found)?",
                    Finding.CodeMissing::new,
                    ClassPathRules::missing),
            new TextRule(
                    "No FileSystem for scheme \"?([\\w]+)\"?", Finding.CodeMissing::new, ClassPathRules::fileSystem),
            new TextRule(
                    "Failed to find (?:the )?data source: ([\\w-]+(?:\\.\\w+)*)",
                    Finding.CodeMissing::new,
                    ClassPathRules::dataSource),
            new TextRule(
                    "FileNotFoundException: (\\S*/\\.ivy2\\S*?)/cache/resolved-",
                    Finding.CodeMissing::new,
                    hit -> hit.certain(
                                    "package-folder",
                                    "Packages cannot be fetched: " + hit.group(1) + " cannot be written")
                            .why(
                                    "spark-submit keeps packages in its user's home, which has no such folder; with Kubeflow that"
                                            + " is in the operator's pod")
                            .write(".conf(\"spark.jars.ivy\", \"/tmp/.ivy2\")", "spark.jars.ivy")),
            new TextRule(
                    "unresolved dependency: ([^#\\s]+)#([^;\\s]+);([^:\\s]+): not found",
                    Finding.CodeMissing::new,
                    hit -> hit.certain(
                                    "package-not-found",
                                    "No repository has " + hit.group(1) + ":" + hit.group(2) + ":" + hit.group(3))
                            .why("its name or version is wrong, or the driver's pod cannot reach the repository")
                            .write(
                                    ".packages(\"group:artifact:version\")",
                                    "spark.jars.packages, spark.jars.repositories")),
            new TextRule(
                    "(?:can't open file '([^']+)'|(?:NoSuchFileException|FileNotFoundException): (?:File )?(?:file:)?"
                            + "(\\S+\\.(?:jar|py|zip|egg))|Local jar (\\S+) does not exist)",
                    Finding.CodeMissing::new,
                    hit -> hit.certain(
                                    "program-missing",
                                    "The driver's pod has no file " + hit.group(1) + hit.group(2) + hit.group(3))
                            .why("local:// names a file of the image, not of this machine")
                            .write(
                                    ".jar(\"local:///..\") with a path in the image, or a file in an object store",
                                    "spec.mainApplicationFile (Apache: spec.jars, spec.pyFiles)")),
            new TextRule("ModuleNotFoundError: No module named '([^']+)'", Finding.CodeMissing::new, hit -> hit.certain(
                            "python-module-missing", "The image has no Python module " + hit.group(1))
                    .why("modules have to be in the image, or be shipped with the program")
                    .write(
                            ".pyFile(\"..\") with the module, or .image(\"..\") with one that has it",
                            "spec.deps.pyFiles (Apache: spec.pyFiles)")));

    private ClassPathRules() {}

    private static Account mainClass(TextRule.Hit hit) {
        return hit.certain("main-class-missing", "The program's jar has no class " + hit.group(1))
                .why("the name is misspelt, its package is missing, or it is the wrong jar")
                .write(".mainClass(\"package.Name\").jar(\"..\")", "spec.mainClass");
    }

    private static Account missing(TextRule.Hit hit) {
        var name = hit.group(1).replace('/', '.');
        var isS3 = name.startsWith("org.apache.hadoop.fs.s3a");
        var account = hit.certain(
                "class-missing",
                "Class " + name + " is not on the class path of the "
                        + hit.plan().role());
        return KnownJars.of(name)
                .map(jar -> account.why("it comes with " + jar + ", which Spark's image does not have")
                        .write(
                                ".packages(\"" + jar + "\")"
                                        + (isS3 ? ", or .image(\"..\") with an image that has the S3 jars" : ""),
                                isS3 ? "spark.kubernetes.container.image, spark.jars.packages" : "spark.jars.packages"))
                .orElseGet(() -> account.why("no jar of the image or of the program has it")
                        .write(
                                ".jar(\"..\") or .packages(\"..\") with the jar that has it",
                                "spark.jars (Kubeflow: spec.deps.jars)"));
    }

    private static Account fileSystem(TextRule.Hit hit) {
        var scheme = hit.group(1);
        var account = hit.certain("file-system-missing", "Spark knows no file system for " + scheme + "://");
        return scheme.equals("s3")
                ? account.why("Hadoop's scheme for S3 is s3a").write("s3a:// in place of s3://", "spark.jars.packages")
                : KnownJars.of(scheme + "://")
                        .map(jar -> account.why("it comes with " + jar)
                                .write(".packages(\"" + jar + "\")", "spark.jars.packages"))
                        .orElseGet(() -> account.why("the jar that brings it is not on the class path")
                                .write(".packages(\"..\")", "spark.jars.packages"));
    }

    private static Account dataSource(TextRule.Hit hit) {
        var account = hit.certain("data-source-missing", "Spark has no data source " + hit.group(1));
        return KnownJars.of(hit.group(1))
                .map(jar ->
                        account.why("it comes with " + jar).write(".packages(\"" + jar + "\")", "spark.jars.packages"))
                .orElseGet(() -> account.why("its jar is not on the class path, or the name is misspelt")
                        .write(".packages(\"..\")", "spark.jars.packages"));
    }
}
