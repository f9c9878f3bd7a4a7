package dev.kindling.internal.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.image.SparkImage;
import dev.kindling.internal.plan.ApplicationPlan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main class is looked for in all that can be opened here. */
class ProgramCheckTest {

    @TempDir
    private Path folder;

    private String jar;
    private String classes;

    @BeforeEach
    void files() throws IOException {
        var file = folder.resolve("etl.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("x/Nightly.class"));
            zip.write(compiledFor(17));
        }
        jar = file.toString();
        var inFolder = folder.resolve("classes/x/Weekly.class");
        Files.createDirectories(inFolder.getParent());
        Files.write(inFolder, compiledFor(25));
        classes = folder.resolve("classes").toString();
    }

    @Test
    void aJarHoldsItOrDoesNot() {
        assertThat(look(program(jar, "x.Nightly")).checked()).containsExactly("main class x.Nightly");
        assertThat(look(program(Path.of(jar).toUri().toString(), "x.Daily")).findings())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.account().cause()).isEqualTo("main-class-missing");
                    assertThat(found.account().isCertain()).isTrue();
                });
    }

    @Test
    void itMayBeInAFolderOrInAnotherJarThatIsGiven() {
        assertThat(look(program(classes, "x.Weekly")).checked()).containsExactly("main class x.Weekly");
        assertThat(look(program(classes, "x.Monthly")).findings()).hasSize(1);

        var both = program(classes, "x.Nightly");
        assertThat(look(both).findings()).hasSize(1);
        assertThat(look(both.workload(both.workload().jar(jar))).checked()).containsExactly("main class x.Nightly");
    }

    @Test
    void whatOnlyTheDriverOpensMayHoldIt() {
        assertThat(look(program("local:///app/etl.jar", "x.Daily")).notKnown()).hasSize(1);
        var elsewhere = program(jar, "x.Daily");
        assertThat(look(elsewhere.workload(elsewhere.workload().jar("s3a://lake/more.jar")))
                        .notKnown())
                .singleElement()
                .asString()
                .contains("s3a://lake/more.jar");
        assertThat(look(elsewhere.workload(elsewhere.workload().packages("x:etl:1")))
                        .findings())
                .isEmpty();
    }

    @Test
    void anImagesOlderJavaDoesNotReadIt() {
        var weekly = program(classes, "x.Weekly");

        assertThat(look(with(weekly, "spark:4.1.1-java17")).findings())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.account().cause()).isEqualTo("java-mismatch");
                    assertThat(found.account().what()).contains("Java 25").contains("Java 17");
                    assertThat(found.account().isCertain()).isFalse();
                });
        assertThat(look(with(weekly, "spark:4.1.1-java25")).findings()).isEmpty();
        assertThat(look(with(weekly, "spark:4.1.1")).findings()).isEmpty();
        assertThat(look(with(program(jar, "x.Nightly"), "spark:4.1.1-java17")).findings())
                .isEmpty();
    }

    private static Answer look(ApplicationPlan plan) {
        return ProgramCheck.answer(plan);
    }

    private static ApplicationPlan program(String place, String mainClass) {
        var plan = ApplicationPlan.named("any");
        return plan.program(plan.program().mainFile(place).mainClass(mainClass));
    }

    private static ApplicationPlan with(ApplicationPlan plan, String image) {
        return plan.workload(plan.workload().image(SparkImage.parse(image)));
    }

    /** The beginning of a class file. */
    private static byte[] compiledFor(int java) {
        return ByteBuffer.allocate(8).putInt(0xCAFEBABE).putInt(java + 44).array();
    }
}
