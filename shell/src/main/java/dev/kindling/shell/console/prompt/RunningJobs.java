package dev.kindling.shell.console.prompt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The jobs that run now and how far they are, in one line. */
final class RunningJobs {
    private static final int BAR = 16;

    private final Map<Integer, Job> jobs = new LinkedHashMap<>();
    private int executors;

    /** One job: tasks are counted of the stages that have begun, as Spark skips those whose output is still there. */
    private static final class Job {
        private final List<Integer> stages;
        private int stagesBegun;
        private int tasks;
        private int done;

        Job(List<Integer> stages) {
            this.stages = stages;
        }
    }

    RunningJobs(int executors) {
        this.executors = executors;
    }

    void started(int id, List<Integer> stages) {
        jobs.put(id, new Job(stages));
    }

    void stageStarted(int stage, int tasks) {
        of(stage).forEach(job -> {
            job.stagesBegun++;
            job.tasks += tasks;
        });
    }

    void taskDone(int stage) {
        of(stage).forEach(job -> job.done++);
    }

    void ended(int id) {
        jobs.remove(id);
    }

    void executors(int more) {
        executors += more;
    }

    private List<Job> of(int stage) {
        return jobs.values().stream().filter(job -> job.stages.contains(stage)).toList();
    }

    /** Empty when none runs. */
    @Override
    public String toString() {
        if (jobs.isEmpty()) {
            return "";
        }
        var first = jobs.entrySet().iterator().next();
        var others = jobs.size() == 1 ? "" : "  and " + (jobs.size() - 1) + " more";
        return text(first.getKey(), first.getValue()) + others + "  " + executors
                + (executors == 1 ? " executor" : " executors") + "  Ctrl-C stops";
    }

    private static String text(int id, Job job) {
        int filled = job.tasks == 0 ? 0 : BAR * Math.min(job.done, job.tasks) / job.tasks;
        return "job " + id + "  stage " + job.stagesBegun + "/" + job.stages.size() + "  [" + "=".repeat(filled)
                + " ".repeat(BAR - filled) + "] " + job.done + "/" + job.tasks + " tasks";
    }
}
