package dev.kindling.shell;

import dev.kindling.run.ListedApplication;
import dev.kindling.run.ScheduleState;
import dev.kindling.run.SubmittedSchedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A schedule that does nothing but remember what was asked of it. */
final class FakeSchedule implements SubmittedSchedule {
    final List<String> asked = new ArrayList<>();
    private final String name;
    private final List<ListedApplication> runs;

    FakeSchedule(String name, List<ListedApplication> runs) {
        this.name = name;
        this.runs = runs;
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
    public ScheduleState state() {
        var last = Instant.now().minusSeconds(20);
        return new ScheduleState(
                "Scheduled", "", asked.contains("suspend"), Optional.of(last), Optional.of(last.plusSeconds(3600)));
    }

    @Override
    public List<ListedApplication> runs() {
        return runs;
    }

    @Override
    public void suspend() {
        asked.add("suspend");
    }

    @Override
    public void resume() {
        asked.add("resume");
    }

    @Override
    public void delete() {
        asked.add("delete");
    }
}
