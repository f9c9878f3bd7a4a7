package dev.kindling.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.shell.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    static final Finding PROBLEM =
            new Finding.ImageUnavailable(Account.certain("image-not-found", "No node can get the image x:1")
                    .run("nightly")
                    .seen(new Clue("Pod etl/nightly-driver", "containerStatuses[0].waiting", "ErrImagePull", null))
                    .why("the registry has no such tag")
                    .write(".image(\"..\")", "spark.kubernetes.container.image"));

    private final FakeRun nightly = new FakeRun("nightly");
    private final CommandLineRun shell = new CommandLineRun(new FakeCluster().with(nightly)::open);

    @TempDir
    private Path folder;

    @Test
    void finds_nothing_in_a_run_that_goes_well() {
        assertThat(shell.execute("doctor", "nightly")).isEqualTo(ExitCode.OK);
        assertThat(shell.out()).isEqualToNormalizingNewlines("application etl/nightly: no problem found\n");
    }

    @Test
    void says_what_is_wrong_and_what_to_write() {
        nightly.findings = List.of(PROBLEM);

        assertThat(shell.execute("doctor")).isEqualTo(ExitCode.FAILED);
        assertThat(shell.out())
                .contains("1. No node can get the image x:1", "certain; waiting does not help")
                .contains("seen Pod etl/nightly-driver", "why  the registry", "do   .image(\"..\")")
                .contains("or   spark.kubernetes.container.image");
    }

    @Test
    void speaks_json() {
        nightly.findings = List.of(PROBLEM);

        assertThat(shell.execute("doctor", "nightly", "--json")).isEqualTo(ExitCode.FAILED);
        assertThat(shell.out()).startsWith("{").contains("\"cause\" : \"image-not-found\"");
    }

    @Test
    void keeps_the_evidence() {
        var file = folder.resolve("why.json");

        shell.execute("doctor", "nightly", "--save", file.toString());

        assertThat(file).hasContent("{}");
    }

    @Test
    void refuses_a_file_that_holds_none() throws IOException {
        var file = Files.writeString(folder.resolve("other.json"), "{}");

        assertThat(shell.execute("doctor", "--from", file.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("no evidence of a diagnosis", "--save FILE");
    }

    @Test
    void names_what_was_perhaps_meant() {
        assertThat(shell.execute("doctor", "nigthly")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("Did you mean: nightly?");
    }
}
