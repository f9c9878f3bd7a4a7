package dev.kindling.shell;

import dev.kindling.ApplicationSpec;
import dev.kindling.ScheduleSpec;
import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.Finding;
import dev.kindling.diagnosis.Preflight;
import dev.kindling.run.ApplicationFilter;
import dev.kindling.run.ApplicationState;
import dev.kindling.run.ListedApplication;
import dev.kindling.run.ListedSchedule;
import dev.kindling.run.LogKeeping;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.run.SubmittedSchedule;
import dev.kindling.shell.applications.Cluster;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Applications in memory. */
final class FakeCluster implements Cluster {
    final Map<String, FakeRun> runs = new TreeMap<>();
    final Map<String, FakeSchedule> schedules = new TreeMap<>();
    final List<ScheduleSpec> scheduled = new ArrayList<>();
    final List<KubernetesCluster> opened = new ArrayList<>();
    final List<ApplicationSpec> submitted = new ArrayList<>();
    final CountDownLatch watched = new CountDownLatch(1);
    final CountDownLatch watchClosed = new CountDownLatch(1);
    List<Finding> found = List.of();
    FakeRun next = new FakeRun("nightly");
    Consumer<ListedApplication> changed = listed -> {};
    Consumer<String> removed = name -> {};

    FakeCluster with(FakeRun run) {
        runs.put(run.name(), run);
        return this;
    }

    Cluster open(KubernetesCluster target) {
        opened.add(target);
        return this;
    }

    static ListedApplication listed(String name, String state) {
        return new ListedApplication(
                name,
                "etl",
                Operator.kubeflow(),
                new ApplicationState(state, "", false),
                1,
                Instant.now().minusSeconds(50),
                Map.of("team", "data"));
    }

    @Override
    public SubmittedApplication submit(ApplicationSpec spec) {
        submitted.add(spec);
        return next;
    }

    @Override
    public Preflight preflight(ScheduleSpec spec) {
        return preflight("schedule etl/nightly");
    }

    @Override
    public Preflight preflight(ApplicationSpec spec) {
        return preflight("application etl/nightly");
    }

    private Preflight preflight(String subject) {
        return new Preflight(
                subject,
                Instant.EPOCH,
                Duration.ofMillis(90),
                found,
                List.of("42 rights"),
                List.of(),
                List.of("nodes: may not be read"));
    }

    @Override
    public List<ListedApplication> list(ApplicationFilter filter) {
        return runs.values().stream()
                .map(run -> listed(run.name(), run.state().name()))
                .filter(filter::matches)
                .toList();
    }

    @Override
    public Optional<SubmittedApplication> find(String name, LogKeeping keeping) {
        return Optional.ofNullable(runs.get(name));
    }

    @Override
    public SubmittedSchedule submit(ScheduleSpec spec) {
        scheduled.add(spec);
        return new FakeSchedule("often", List.of());
    }

    @Override
    public List<ListedSchedule> schedules() {
        return schedules.values().stream()
                .map(schedule -> new ListedSchedule(
                        schedule.name(),
                        "etl",
                        "@hourly",
                        "UTC",
                        schedule.state(),
                        Instant.now().minusSeconds(50)))
                .toList();
    }

    @Override
    public Optional<SubmittedSchedule> schedule(String name) {
        return Optional.ofNullable(schedules.get(name));
    }

    @Override
    public Optional<Diagnosis> diagnose(String name) {
        return Optional.ofNullable(runs.get(name)).map(FakeRun::diagnose);
    }

    @Override
    public Diagnosis diagnose() {
        return runs.values().stream()
                .map(FakeRun::diagnose)
                .findFirst()
                .orElse(new Diagnosis("namespace etl", Instant.EPOCH, List.of(), List.of(), "{}"));
    }

    @Override
    public AutoCloseable watch(
            ApplicationFilter filter, Consumer<ListedApplication> onChange, Consumer<String> onRemoval) {
        changed = onChange;
        removed = onRemoval;
        list(filter).forEach(onChange);
        watched.countDown();
        return watchClosed::countDown;
    }
}
