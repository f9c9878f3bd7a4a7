package dev.kindling.shell.applications;

import dev.kindling.ApplicationSpec;
import dev.kindling.Applications;
import dev.kindling.ScheduleSpec;
import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.Preflight;
import dev.kindling.run.ApplicationFilter;
import dev.kindling.run.ListedApplication;
import dev.kindling.run.ListedSchedule;
import dev.kindling.run.LogKeeping;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.run.SubmittedSchedule;
import dev.kindling.target.KubernetesCluster;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the DSL says. */
record DslCluster(KubernetesCluster target, Applications applications) implements Cluster {
    @Override
    public SubmittedApplication submit(ApplicationSpec spec) {
        return spec.submitTo(target);
    }

    @Override
    public Preflight preflight(ScheduleSpec spec) {
        return spec.preflight(target);
    }

    @Override
    public Preflight preflight(ApplicationSpec spec) {
        return spec.preflight(target);
    }

    @Override
    public List<ListedApplication> list(ApplicationFilter filter) {
        return applications.list(filter);
    }

    @Override
    public Optional<SubmittedApplication> find(String name, LogKeeping keeping) {
        return applications.find(name, keeping);
    }

    @Override
    public SubmittedSchedule submit(ScheduleSpec spec) {
        return spec.submitTo(target);
    }

    @Override
    public List<ListedSchedule> schedules() {
        return applications.schedules();
    }

    @Override
    public Optional<SubmittedSchedule> schedule(String name) {
        return applications.schedule(name);
    }

    @Override
    public Optional<Diagnosis> diagnose(String name) {
        return applications.diagnose(name);
    }

    @Override
    public Diagnosis diagnose() {
        return applications.diagnose();
    }

    @Override
    public AutoCloseable watch(
            ApplicationFilter filter, Consumer<ListedApplication> changed, Consumer<String> removed) {
        return applications.watch(filter, changed, removed);
    }
}
