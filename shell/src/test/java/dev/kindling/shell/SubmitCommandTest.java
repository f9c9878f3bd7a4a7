package dev.kindling.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.run.Outcome;
import dev.kindling.shell.command.ExitCode;
import dev.kindling.target.Operator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitCommandTest {
    private static final String NIGHTLY =
            """
            apiVersion: sparkoperator.k8s.io/v1beta2
            kind: SparkApplication
            metadata:
              name: nightly
            spec:
              type: Java
              mode: cluster
              sparkVersion: 4.1.1
              image: registry.example.com/etl:7
              mainClass: x.Nightly
              mainApplicationFile: local:///app/etl.jar
              driver: {cores: 1, memory: 1g}
              executor: {instances: 1, cores: 1, memory: 1g}
            """;

    private final FakeCluster cluster = new FakeCluster();
    private final CommandLineRun line = new CommandLineRun(cluster::open).input(NIGHTLY);

    @Test
    void submits_standard_input_and_prints_the_name_alone() {
        assertThat(line.execute("submit", "-", "-n", "etl", "--operator", "none"))
                .isEqualTo(ExitCode.OK);
        assertThat(line.out().strip()).isEqualTo("nightly");
        assertThat(line.err()).contains("kindling logs -f nightly -n etl");
        assertThat(cluster.opened).singleElement().satisfies(target -> assertThat(target.operator())
                .contains(Operator.none()));
        assertThat(cluster.next.asked).isEmpty();
    }

    @Test
    void gives_another_name() {
        line.execute("submit", "-", "--name", "nightly-2");
        assertThat(cluster.submitted).singleElement().asString().contains("nightly-2");
    }

    @Test
    void follows_to_the_end_with_nothing_but_the_log_on_standard_output() {
        cluster.next.logs.line(1, "", "first").line(1, "1", "of an executor");
        assertThat(line.execute("submit", "-", "--follow", "--timeout", "1h")).isEqualTo(ExitCode.OK);
        assertThat(cluster.next.asked).containsExactly("await PT1H");
        assertThat(line.out()).startsWith("first");
        assertThat(line.err()).contains("nightly: RUNNING", "nightly succeeded");
    }

    @Test
    void tells_what_keeps_it_from_going_on_once() {
        cluster.next.findings = List.of(DoctorCommandTest.PROBLEM);
        cluster.next.outcome = new Outcome.TimedOut(cluster.next.state);

        assertThat(line.execute("submit", "-", "--follow", "--timeout", "1h")).isEqualTo(ExitCode.TIMED_OUT);

        assertThat(line.err())
                .containsOnlyOnce("nightly: problem: No node can get the image x:1")
                .contains("why: the registry has no such tag", "do:  .image(\"..\")");
    }

    @Test
    void deletes_at_its_end_if_told_so() {
        line.execute("submit", "-", "--delete-on-exit");
        assertThat(cluster.next.asked).containsExactly("deleteOnExit", "await PT168H");
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit -", "render - --operator kubeflow", "convert - --to apache", "validate -"})
    void a_broken_file_is_bad_input_with_its_place(String arguments) {
        line.input(NIGHTLY.replace("mode: cluster", "mode: sideways"));
        assertThat(line.execute(arguments.split(" "))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(line.out() + line.err()).contains("sideways", "7").doesNotContain("\tat ");
        assertThat(cluster.submitted).isEmpty();
    }

    @Test
    void converts_and_names_what_is_lost() {
        assertThat(line.execute("convert", "-", "--to", "apache", "-o", "json")).isEqualTo(ExitCode.OK);
        assertThat(line.out()).contains("\"apiVersion\" : \"spark.apache.org/v1\"");
        assertThat(line.err()).containsAnyOf("nothing lost", "fields without a counterpart");
    }

    @Test
    void a_file_that_is_not_there_is_said_so() {
        assertThat(line.execute("validate", "no-such.yaml")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(line.out() + line.err()).contains("no-such.yaml");
    }
}
