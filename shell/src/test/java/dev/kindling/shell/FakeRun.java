package dev.kindling.shell;

import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.Finding;
import dev.kindling.run.ApplicationEvent;
import dev.kindling.run.ApplicationLogs;
import dev.kindling.run.ApplicationState;
import dev.kindling.run.Outcome;
import dev.kindling.run.SparkUi;
import dev.kindling.run.StateChange;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.run.Suspension;
import dev.kindling.storage.S3;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** An application that does nothing but remember what was asked of it. */
final class FakeRun implements SubmittedApplication {
    final List<String> asked = new ArrayList<>();
    final FakeLogs logs = new FakeLogs();
    ApplicationState state = new ApplicationState("RUNNING", "", false);
    Outcome outcome = new Outcome.Succeeded();
    List<ApplicationEvent> events = List.of();
    List<Finding> findings = List.of();
    private final String name;

    FakeRun(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String namespace() {
        return "etl";
    }

    @Override
    public ApplicationState state() {
        return state;
    }

    @Override
    public int attempts() {
        return 1;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public List<StateChange> states() {
        var time = Instant.parse("2026-01-02T03:04:05Z");
        return List.of(
                new StateChange(time, 1, new ApplicationState("SUBMITTED", "", false)),
                new StateChange(time.plusSeconds(3), 1, state));
    }

    @Override
    public CompletableFuture<Void> followStates(Consumer<StateChange> change) {
        states().forEach(change);
        return new CompletableFuture<>();
    }

    @Override
    public Outcome await(Duration limit) {
        asked.add("await " + limit);
        return outcome;
    }

    @Override
    public void awaitSuccess(Duration limit) {
        throw new UnsupportedOperationException("the command line has outcomes of its own");
    }

    @Override
    public ApplicationLogs logs() {
        return logs;
    }

    @Override
    public String driverLog() {
        return "";
    }

    @Override
    public CompletableFuture<Void> followLog(Consumer<String> line) {
        return logs.follow(next -> line.accept(next.text()));
    }

    @Override
    public List<ApplicationEvent> events() {
        return events;
    }

    @Override
    public Diagnosis diagnose() {
        return new Diagnosis("application etl/" + name, Instant.EPOCH, findings, List.of(), "{}");
    }

    @Override
    public CompletableFuture<Void> followFindings(Consumer<Finding> found) {
        findings.forEach(found);
        return new CompletableFuture<>();
    }

    @Override
    public Suspension suspend(Duration limit) {
        asked.add("suspend " + limit);
        return new Suspension(1, true);
    }

    @Override
    public void resume() {
        asked.add("resume");
    }

    @Override
    public SubmittedApplication restart() {
        asked.add("restart");
        return new FakeRun(name + "-r2");
    }

    @Override
    public void cancel() {
        asked.add("cancel");
    }

    @Override
    public void delete() {
        asked.add("delete");
    }

    @Override
    public SubmittedApplication deleteOnExit() {
        asked.add("deleteOnExit");
        return this;
    }

    @Override
    public SparkUi ui() {
        return page("ui", "http://127.0.0.1:4040");
    }

    @Override
    public SparkUi history() {
        return page("history", "http://127.0.0.1:18080/");
    }

    @Override
    public SparkUi history(S3 store) {
        return page("history of " + store.endpoint().orElseThrow(), "http://127.0.0.1:18080/");
    }

    private SparkUi page(String what, String address) {
        asked.add(what);
        return new SparkUi() {
            @Override
            public URI uri() {
                return URI.create(address);
            }

            @Override
            public void close() {
                asked.add(what + " closed");
            }
        };
    }
}
