package dev.kindling.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.shell.command.ExitCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckCommandTest {

    private static final String FILE =
            """
            apiVersion: sparkoperator.k8s.io/v1beta2
            kind: SparkApplication
            metadata: {name: nightly}
            spec:
              type: Python
              mode: cluster
              image: spark:4.1.1
              sparkVersion: 4.1.1
              mainApplicationFile: local:///app/main.py
              driver: {}
              executor: {}
            """;

    private static final String SCHEDULE =
            """
            apiVersion: sparkoperator.k8s.io/v1beta2
            kind: ScheduledSparkApplication
            metadata: {name: nightly}
            spec:
              schedule: "@daily"
              template:
                type: Python
                mode: cluster
                image: spark:4.1.1
                sparkVersion: 4.1.1
                mainApplicationFile: local:///app/main.py
                driver: {}
                executor: {}
            """;

    private final FakeCluster cluster = new FakeCluster();
    private final CommandLineRun shell = new CommandLineRun(cluster::open);

    @Test
    void a_clear_way_is_said_so_with_what_is_not_known() {
        assertThat(shell.input(FILE).execute("check", "-")).isEqualTo(ExitCode.OK);
        assertThat(shell.out())
                .contains("preflight of application etl/nightly: no problem found", "checked: 42 rights")
                .contains("not known: nodes");
    }

    @Test
    void a_schedule_is_looked_at_too() {
        assertThat(shell.input(SCHEDULE).execute("check", "-")).isEqualTo(ExitCode.OK);
        assertThat(shell.out()).contains("preflight of schedule etl/nightly: no problem found");
    }

    @Test
    void a_problem_ends_with_1() {
        cluster.found = List.of(new Finding.Forbidden(Account.certain("rbac-forbidden", "nobody may not create pods")
                .seen(new Clue("SelfSubjectAccessReview etl", "create pods", "not allowed", null))
                .why("executors are pods")
                .write("spec.rbac()", "")));

        assertThat(shell.input(FILE).execute("check", "-", "--json")).isEqualTo(ExitCode.FAILED);
        assertThat(shell.out()).contains("\"clear\" : false", "\"cause\" : \"rbac-forbidden\"");
    }

    @Test
    void preflight_can_be_left_out_of_a_submission() {
        shell.input(FILE).execute("submit", "-", "--no-preflight");
        shell.input(FILE).execute("submit", "-");

        assertThat(cluster.opened).extracting(target -> target.preflight()).containsExactly(false, true);
    }

    @Test
    void the_rights_of_an_application_are_printed() {
        assertThat(shell.input(FILE).execute("rbac", "-", "--operator", "apache"))
                .isEqualTo(ExitCode.OK);
        assertThat(shell.out()).contains("kind: RoleBinding", "apiGroups: [spark.apache.org]");
    }
}
