package dev.kindling.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.shell.command.ExitCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleCommandTest {
    private static final String OFTEN =
            """
            apiVersion: sparkoperator.k8s.io/v1beta2
            kind: ScheduledSparkApplication
            metadata:
              name: often
            spec:
              schedule: "@every 20m"
              concurrencyPolicy: Forbid
              template:
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
    private final FakeSchedule hourly = new FakeSchedule("hourly", List.of(FakeCluster.listed("hourly-17", "RUNNING")));
    private final CommandLineRun line = new CommandLineRun(cluster::open).input(OFTEN);

    ScheduleCommandTest() {
        cluster.schedules.put("hourly", hourly);
    }

    @Test
    void submit_takes_a_file_of_a_schedule() {
        assertThat(line.execute("submit", "-", "--name", "oftener", "-n", "etl"))
                .isEqualTo(ExitCode.OK);
        assertThat(line.out().strip()).isEqualTo("often");
        assertThat(line.err()).contains("kindling schedule status often -n etl");
        assertThat(cluster.scheduled).singleElement().asString().contains("oftener", "@every 20m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--wait", "--follow", "--delete-on-exit", "--timeout 5m"})
    void a_schedule_has_no_end_to_wait_for(String option) {
        assertThat(line.execute(("submit - " + option).split(" "))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(line.err()).contains("often", "has no end", "kindling submit FILE alone");
        assertThat(cluster.scheduled).isEmpty();
    }

    @Test
    void renders_a_schedule() {
        assertThat(line.execute("render", "-", "--operator", "kubeflow")).isEqualTo(ExitCode.OK);
        assertThat(line.out()).contains("ScheduledSparkApplication", "@every 20m");
        assertThat(line.execute("render", "-", "--operator", "apache")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(line.err()).contains("any operator but Kubeflow's");
    }

    @Test
    void lists_schedules() {
        assertThat(line.execute("schedule", "list", "-n", "etl")).isEqualTo(ExitCode.OK);
        assertThat(line.out().lines().toList().get(1)).matches("hourly +@hourly +UTC +Scheduled +2\\ds +5\\ds *");
        line.execute("schedule", "list", "-o", "json");
        assertThat(line.out()).contains("\"schedule\" : \"@hourly\"", "\"suspended\" : false", "\"lastRun\"");
    }

    @Test
    void tells_of_a_schedule_and_its_runs() {
        assertThat(line.execute("schedule", "status", "hourly")).isEqualTo(ExitCode.OK);
        assertThat(line.out()).contains("state      Scheduled", "next run   ", "hourly-17", "RUNNING");
        line.execute("schedule", "suspend", "hourly");
        line.execute("schedule", "status", "hourly");
        assertThat(line.out()).contains("state      suspended").doesNotContain("next run");
        line.execute("schedule", "status", "hourly", "-o", "yaml");
        assertThat(line.out()).contains("suspended: true", "- name: hourly-17");
    }

    @ParameterizedTest
    @CsvSource({"suspend, suspended", "resume, resumed", "delete, deleted"})
    void asks_for_one_thing_and_prints_one_line(String verb, String done) {
        assertThat(line.execute("schedule", verb, "hourly")).isEqualTo(ExitCode.OK);
        assertThat(line.out().strip()).isEqualTo("hourly " + done);
        assertThat(hourly.asked).containsExactly(verb);
    }

    @ParameterizedTest
    @CsvSource({
        "schedule, Which verb?",
        "schedule suspend hourrly, Did you mean: hourly?",
        "schedule delete nothing -n etl, kindling schedule list -n etl"
    })
    void says_what_to_write_instead(String arguments, String advice) {
        assertThat(line.execute(arguments.split(" "))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(line.err()).contains(advice);
    }
}
