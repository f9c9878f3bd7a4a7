package dev.kindling.internal.session;

import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.KindlingException;
import dev.kindling.run.ExecutorStatus;
import dev.kindling.run.RunningSession;
import dev.kindling.run.SessionProgress;
import dev.kindling.run.Setting;
import dev.kindling.run.Settings;
import dev.kindling.run.SparkUi;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** A started session. */
final class LiveSession implements RunningSession {

    private final SparkContext context;
    private final SparkSession spark;
    private final Settings started;
    private final SessionDoctor doctor;
    private final ExecutorLedger ledger;
    private final int executorsWanted;
    private final Cleanup cleanup;
    private volatile @Nullable KindlingException failure;

    LiveSession(SparkContext context, Settings started, SessionDoctor doctor, int executorsWanted, Cleanup cleanup) {
        this.context = context;
        this.spark = org.apache.spark.sql.classic.SparkSession.builder()
                .sparkContext(context)
                .getOrCreate();
        this.started = started;
        this.doctor = doctor;
        this.ledger = doctor.ledger();
        this.executorsWanted = executorsWanted;
        this.cleanup = cleanup;
    }

    @Override
    public SparkSession spark() {
        return spark;
    }

    @Override
    public Settings settings() {
        Stream<Setting> sparks = Arrays.stream(context.getConf().getAll())
                .filter(entry -> started.get(entry._1())
                        .filter(mine -> mine.value().equals(entry._2()))
                        .isEmpty())
                .map(entry -> new Setting(entry._1(), entry._2(), Setting.Origin.SPARK, "set by Spark at the start"));
        return started.and(sparks.toList());
    }

    @Override
    public List<ExecutorStatus> executors() {
        return ledger.list();
    }

    @Override
    public String executorLog(String id) {
        return ledger.list().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(doctor::log)
                .orElseThrow(() -> new IllegalArgumentException("there is no executor '" + id + "' now, but "
                        + ledger.list().stream().map(ExecutorStatus::id).toList()));
    }

    @Override
    public Optional<URI> uiUrl() {
        return context.uiWebUrl().isDefined()
                ? Optional.of(URI.create(context.uiWebUrl().get()))
                : Optional.empty();
    }

    @Override
    public SparkUi ui() {
        return new OwnUi(uiUrl().filter(uri -> !context.isStopped()).orElseThrow(OwnUi::unavailable));
    }

    @Override
    public SessionProgress progress() {
        var tracker = context.statusTracker();
        List<SessionProgress.Stage> stages = Arrays.stream(tracker.getActiveStageIds())
                .mapToObj(id -> tracker.getStageInfo(id))
                .filter(info -> info.isDefined())
                .map(info -> stage(info.get()))
                .toList();
        return new SessionProgress(ledger.registeredCount(), executorsWanted, stages);
    }

    @Override
    public Optional<KindlingException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public Diagnosis diagnose() {
        return doctor.diagnose(!context.isStopped(), RunningStages.of(context));
    }

    @Override
    public Diagnosis diagnose(Throwable thrown) {
        doctor.evidence().thrown("the program", thrown);
        try {
            return diagnose();
        } finally {
            doctor.evidence().memory().forget("the program");
        }
    }

    /** Stops the session because it can't go on. */
    void breakOff(KindlingException why) {
        failure = why;
        close();
    }

    @Override
    public void close() {
        cleanup.close();
    }

    private static SessionProgress.Stage stage(SparkStageInfo info) {
        return new SessionProgress.Stage(
                info.stageId(),
                Objects.requireNonNullElse(info.name(), ""),
                info.numCompletedTasks(),
                info.numActiveTasks(),
                info.numTasks());
    }
}
