package dev.kindling.shell.console.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunningJobsTest {
    private final RunningJobs jobs = new RunningJobs(2);

    @Test
    void tells_how_far_a_job_is() {
        jobs.started(7, List.of(11, 12));
        jobs.stageStarted(11, 4);
        jobs.taskDone(11);
        assertThat(jobs).hasToString("job 7  stage 1/2  [====            ] 1/4 tasks  2 executors  Ctrl-C stops");
        jobs.stageStarted(12, 4);
        jobs.executors(-1);
        assertThat(jobs).hasToString("job 7  stage 2/2  [==              ] 1/8 tasks  1 executor  Ctrl-C stops");
        jobs.ended(7);
        assertThat(jobs).hasToString("");
    }

    @Test
    void names_the_first_of_several() {
        jobs.started(1, List.of(1));
        jobs.started(2, List.of(2));
        jobs.stageStarted(2, 1);
        jobs.taskDone(2);
        assertThat(jobs.toString()).startsWith("job 1  stage 0/1  [").contains("0/0 tasks  and 1 more  2 executors");
    }
}
