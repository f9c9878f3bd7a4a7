package dev.kindling.internal.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.kindling.ApplicationSpec;
import dev.kindling.Spark;
import dev.kindling.diagnosis.CodeStoreException;
import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.storage.CodeStore;
import dev.kindling.storage.S3;
import dev.kindling.target.Operator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told of code that is on this machine. */
class ShipmentTest {
    private static final String CODE = "s3a://lake/code/[0-9a-f]{64}/";

    @TempDir
    Path folder;

    private Path jar;
    private Path classes;

    @BeforeEach
    void write() throws IOException {
        jar = Files.writeString(folder.resolve("etl.jar"), "jar");
        classes = Files.createDirectory(folder.resolve("classes"));
        Files.writeString(classes.resolve("A.class"), "class");
    }

    @Test
    void theMainFileIsABootstrapAndNothingElseOfTheStoreIsAnOperatorsToOpen() {
        var yaml = spec().jar(jar)
                .jar(classes)
                .file(jar)
                .mainClass("x.Main")
                .arguments("a b")
                .manifest(Operator.kubeflow())
                .toYaml();
        assertThat(yaml)
                .containsPattern("mainApplicationFile: \"?" + CODE + "kindling-bootstrap.jar")
                .contains("mainClass: \"dev.kindling.internal.bootstrap.Bootstrap\"", "- \"x.Main\"", "- \"a b\"")
                .containsPattern("--jar\"?\\s+- \"?" + CODE + "etl.jar")
                .containsPattern("--jar\"?\\s+- \"?" + CODE + "classes.jar")
                .containsPattern("--file\"?\\s+- \"?" + CODE + "etl.jar")
                .doesNotContain("deps:", folder.toString());
    }

    @Test
    void theSameFilesAreTheSameResource() {
        var spec = spec().jar(classes).mainClass("x.Main");
        assertThat(spec.manifest(Operator.apache()).toYaml())
                .isEqualTo(spec.manifest(Operator.apache()).toYaml());
    }

    @Test
    void twoFilesOfOneNameAreTwo() throws IOException {
        var one = Files.writeString(Files.createDirectory(folder.resolve("a")).resolve("config"), "1");
        var other = Files.writeString(Files.createDirectory(folder.resolve("b")).resolve("config"), "2");
        var yaml = spec().jar(jar)
                .mainClass("x.Main")
                .file(one)
                .file(other)
                .manifest(Operator.apache())
                .toYaml();
        assertThat(yaml)
                .containsPattern("--file\"?\\s+- \"?" + CODE + "config\\b(?!-)")
                .containsPattern("--file\"?\\s+- \"?" + CODE + "config-[0-9a-f]{8}\\b");
    }

    @Test
    void pythonHasABootstrapOfItsOwn() throws IOException {
        var main = Files.writeString(folder.resolve("main.py"), "print()");
        var yaml = spec().python(main)
                .pyFile("local:///app/lib.zip")
                .manifest(Operator.apache())
                .toYaml();
        assertThat(yaml)
                .containsPattern("pyFiles: \"?" + CODE + "kindling_bootstrap.py")
                .containsPattern("--main\"?\\s+- \"?" + CODE + "main.py")
                .containsPattern("--py-file\"?\\s+- \"?local:///app/lib.zip");
    }

    @Test
    void codeInTheImageStaysThere() {
        var inImage = spec().jar("local:///app/etl.jar").mainClass("x.Main");
        assertThat(inImage.manifest(Operator.kubeflow()).toYaml())
                .contains("mainApplicationFile: \"local:///app/etl.jar\"")
                .doesNotContain("bootstrap");
    }

    @Test
    void filesOfOneNameAreToldApart() throws IOException {
        var other = Files.createDirectories(folder.resolve("other/classes"));
        Files.writeString(other.resolve("B.class"), "class B");
        var spec = spec().jar(classes).jar(other).mainClass("x.Main");
        assertThat(spec.manifest(Operator.kubeflow()).toYaml()).containsPattern(CODE + "classes-[0-9a-f]{8}\\.jar");
    }

    @Test
    void withoutAStoreTheLineToWriteNamesIt() {
        var noStore = Spark.application("x").image("a/b:1").jar(jar).mainClass("x.Main");
        assertThatThrownBy(() -> noStore.manifest(Operator.kubeflow()))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining(".codeIn(CodeStore.at(\"s3a://lake/code\"))");
    }

    @Test
    void aStoreWithoutAddressAndFilesThatAreNotThereAreToldAtOnce() {
        var wrong = Spark.application("x")
                .image("a/b:1")
                .codeIn(CodeStore.at("s3a://lake/code"))
                .jar(folder.resolve("missing.jar"))
                .mainClass("x.Main");
        assertThatThrownBy(wrong::check)
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining(".s3(S3.minio(")
                .hasMessageContaining("missing.jar")
                .hasMessageContaining("is not there");
    }

    @Test
    void aClassBringsItsClassPathAndANoteOfWhatImagesHave() {
        var yaml = spec().main(ShipmentTest.class).manifest(Operator.kubeflow()).toYaml();
        assertThat(yaml)
                .contains("- \"" + ShipmentTest.class.getName() + "\"")
                .containsPattern(CODE + "(test-)?classes(-[0-9a-f]{8})?\\.jar")
                .containsPattern("--left-out\"?\\s+- \"?" + CODE + "left-out.txt")
                .containsPattern(CODE + "assertj-core-[^/]*\\.jar")
                .doesNotContain("spark-core", "hadoop-client");
    }

    @Test
    void anImageOfOnesOwnIsBroughtWhatItLacks() {
        var own = List.of("assertj-core-3.0.jar", "spark-core_2.13-4.1.1.jar");
        var yaml = spec().imageJars(own)
                .main(ShipmentTest.class)
                .manifest(Operator.kubeflow())
                .toYaml();
        assertThat(yaml)
                .containsPattern(CODE + "spark-sql_2.13-[^/]*\\.jar")
                .doesNotContain("assertj-core", "spark-core");
        var later = spec().main(ShipmentTest.class).imageJars(own);
        assertThat(later.manifest(Operator.kubeflow()).toYaml()).isEqualTo(yaml);
        assertThatThrownBy(() -> spec().imageJars(List.of())).hasMessageContaining("ls $SPARK_HOME/jars");
    }

    @Test
    void aScheduleIsToldTheSameOfItsApplication() {
        var schedule = Spark.schedule("x", "@every 1h", spec().jar(jar).mainClass("x.Main"));
        assertThat(schedule.manifest(Operator.kubeflow()).toYaml())
                .containsPattern("mainApplicationFile: \"?" + CODE + "kindling-bootstrap.jar")
                .containsPattern("--jar\"?\\s+- \"?" + CODE + "etl.jar");
    }

    @Test
    void everyFileThatCannotBeBroughtIsTold() throws IOException {
        var empty = Files.createFile(folder.resolve("empty.jar"));
        var spec = spec().python(classes)
                .pyFile(folder.resolve("gone.py"))
                .file(classes)
                .file(folder.resolve("gone.csv"))
                .jar(empty);
        assertThatThrownBy(spec::check)
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContainingAll(
                        classes + "\" is a folder, where a file is to be named; write .python(Path.of(\"job.py\"))",
                        "gone.py\" is not there; local:// means a path in the image; write .pyFile(Path.of(",
                        ".file(..): \"" + classes + "\" is a folder, where a file is to be named; write .file(Path.of(",
                        "gone.csv\" is not there; local:// means a path in the image; write .file(Path.of(",
                        "empty.jar\" is empty, and so no jar; write .jar(");
    }

    /** To read a pipe would wait for somebody who writes to it. */
    @Test
    void linksToNowhereAndPipesAreTold() throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("link.jar"), folder.resolve("nowhere.jar"));
        var pipe = pipe("pipe");
        var spec = spec().python(link).pyFile(pipe("pipe.py")).file(pipe).jar(link);
        assertThatThrownBy(spec::check)
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContainingAll(
                        ".python(..) or .r(..): \"" + link + "\" is a link to what is not there",
                        ".pyFile(..): \"" + pipe + ".py\" is neither a file nor a folder, but a pipe or a device",
                        ".file(..): \"" + pipe + "\" is neither a file nor a folder, but a pipe or a device",
                        ".jar(..): \"" + link + "\" is a link to what is not there");
    }

    /** What a folder holds is looked at when it is packed. */
    @Test
    void aFolderWithALinkToNowhereOrAPipeIsRefusedWhenItIsPacked() throws Exception {
        var spec = spec().jar(classes).mainClass("x.Main");
        var pipe = pipe("classes/pipe");
        assertThatThrownBy(() -> spec.manifest(Operator.kubeflow()))
                .isInstanceOf(CodeStoreException.class)
                .hasMessageContaining("read " + classes)
                .hasMessageContaining(pipe + ": neither a file nor a folder");
        Files.delete(pipe);
        Files.createSymbolicLink(pipe, folder.resolve("nowhere"));
        assertThatThrownBy(() -> spec.manifest(Operator.kubeflow()))
                .isInstanceOf(CodeStoreException.class)
                .hasMessageContaining(pipe + " is not there");
    }

    @Test
    void whatThisUserMayNotReadIsTold() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.jar"), "jar");
        var inFolder = classes.resolve("A.class");
        for (var file : List.of(secret, inFolder)) {
            Files.setPosixFilePermissions(file, Set.of());
        }
        assumeThat(Files.isReadable(secret))
                .as("this user, perhaps root, may read everything, so a refusal cannot be shown")
                .isFalse();
        assertThatThrownBy(spec().jar(secret).mainClass("x.Main")::check)
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("secret.jar\" is not for this user to read");
        assertThatThrownBy(() -> spec().jar(classes).mainClass("x.Main").manifest(Operator.kubeflow()))
                .isInstanceOf(CodeStoreException.class)
                .hasMessageContaining(inFolder + " is not for this user to read");
    }

    private Path pipe(String name) throws Exception {
        var pipe = folder.resolve(name);
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .as("mkfifo is needed to make a pipe")
                .isZero();
        return pipe;
    }

    @Test
    void anEmptyFileIsAFile() throws IOException {
        var spec = spec().python(Files.createFile(folder.resolve("main.py")))
                .pyFile(Files.createFile(folder.resolve("__init__.py")))
                .file(Files.createFile(folder.resolve("marker")));
        spec.check();
        assertThat(spec.manifest(Operator.apache()).toYaml()).containsPattern(CODE + "marker");
    }

    private static ApplicationSpec spec() {
        return Spark.application("x")
                .image("a/b:1")
                .s3(S3.minio("http://minio:9000"))
                .codeIn(CodeStore.at("s3a://lake/code"));
    }
}
