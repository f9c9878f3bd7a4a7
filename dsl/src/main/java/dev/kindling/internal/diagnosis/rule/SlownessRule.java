package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.StageFacts;
import java.util.Optional;
import java.util.stream.Stream;

/** A stage runs, but is held up by one task that has most of the data, or by data that does not fit into memory. */
final class SlownessRule implements Rule {

    private static final long MIB = 1 << 20;
    /** Less than that nobody waits for. */
    private static final long SHORTEST_MILLIS = 10_000;

    private static final int TIMES_AS_LONG = 4;
    private static final int TIMES_AS_MUCH = 4;
    private static final long LEAST_SPILLED = 64 * MIB;

    @Override
    public Stream<Cause> causes(Evidence evidence) {
        return evidence.stages().stream()
                .filter(stage -> stage.millis() >= SHORTEST_MILLIS)
                .flatMap(stage -> Stream.of(skewed(stage), spilling(stage)).flatMap(Optional::stream))
                .map(account -> new Cause(Finding.Slow::new, account));
    }

    private static Optional<Account> skewed(StageFacts stage) {
        var task = stage.longest();
        var isTheLast = stage.ended() * 2 >= stage.tasks() && stage.ended() > 1;
        if (!isTheLast
                || task.millis() < Math.max(SHORTEST_MILLIS, TIMES_AS_LONG * stage.medianMillis())
                || task.readBytes() < Math.max(MIB, TIMES_AS_MUCH * stage.medianBytes())) {
            return Optional.empty();
        }
        var said = "task " + task.index() + " on executor " + task.executor() + " runs for " + seconds(task.millis())
                + " and has read " + mib(task.readBytes()) + "; " + stage.ended() + " of " + stage.tasks()
                + " have ended, their median " + seconds(stage.medianMillis()) + " and " + mib(stage.medianBytes());
        return Optional.of(
                begin("skewed-task", "One task of stage " + stage.id() + " has most of the data", stage, said)
                        .why("rows of one key go to one task, and the others wait for it")
                        .write(
                                ".conf(\"spark.sql.adaptive.skewJoin.enabled\", \"true\") for joins, else a second column in the key"
                                        + " that divides the largest ones",
                                "spark.sql.adaptive.skewJoin.enabled"));
    }

    private static Optional<Account> spilling(StageFacts stage) {
        if (stage.spilledBytes() < Math.max(LEAST_SPILLED, stage.readBytes() / 2)) {
            return Optional.empty();
        }
        var said = mib(stage.spilledBytes()) + " spilled to disk, " + mib(stage.readBytes()) + " read";
        return Optional.of(begin(
                        "spill",
                        "Data of stage " + stage.id() + " does not fit into memory and goes to disk",
                        stage,
                        said)
                .why("a task's share is larger than its part of the executor's heap: it is written, and read again")
                .write(
                        Plan.of(true).code(".memory(\"..\")")
                                + " with more, or .conf(\"spark.sql.shuffle.partitions\", \"..\") with more partitions",
                        "spark.executor.memory, spark.sql.shuffle.partitions"));
    }

    private static Account begin(String cause, String what, StageFacts stage, String said) {
        return Account.certain(cause, what)
                .run(stage.run())
                .seen(new Clue("Stage " + stage.id(), stage.name(), said, null))
                .mayPass();
    }

    private static String seconds(long millis) {
        return millis / 1000 + " s";
    }

    private static String mib(long bytes) {
        return bytes / MIB + " MiB";
    }
}
