package dev.kindling.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.ClusterAccessException.Answer;
import dev.kindling.diagnosis.ClusterAccessException.Request;
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

    /** Exit code 1 would be a problem of the run. */
    @Test
    void a_file_that_cannot_be_read_is_bad_input() {
        var missing = folder.resolve("missing.json");

        assertThat(shell.execute("doctor", "--from", missing.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err())
                .contains(missing + " cannot be read: there is no such file or folder", "--save")
                .doesNotContain("Spark's log", "because");
        assertThat(shell.execute("doctor", "--from", folder.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains(folder + " cannot be read: Is a directory");
    }

    @Test
    void what_was_found_is_told_before_it_cannot_be_kept() {
        var nowhere = folder.resolve("missing").resolve("why.json");
        nightly.findings = List.of(PROBLEM);

        assertThat(shell.execute("doctor", "--save", nowhere.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.out()).contains("1. No node can get the image x:1");
        assertThat(shell.err())
                .contains("the evidence cannot be kept in " + nowhere + ": there is no such file or folder");
        assertThat(shell.execute("doctor", "--save", folder.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("the evidence cannot be kept in " + folder + ": Is a directory");
    }

    @Test
    void a_cluster_that_does_not_answer_is_a_finding_for_programs() {
        var down = new CommandLineRun(target -> {
            throw new ClusterAccessException(
                    new Request("reach", "the API server", "", ""),
                    new Answer(0, "ConnectException: Connection refused"),
                    "is the cluster running?",
                    null);
        });

        assertThat(down.execute("doctor", "nightly", "--json")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(down.out()).contains("\"cause\" : \"api-server-unreachable\"", "\"healthy\" : false");
        assertThat(down.err()).contains("Connection refused", "is the cluster running?");
        assertThat(down.execute("doctor", "nightly")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(down.out()).isEmpty();
    }

    @Test
    void names_what_was_perhaps_meant() {
        assertThat(shell.execute("doctor", "nigthly")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("Did you mean: nightly?");
    }
}
