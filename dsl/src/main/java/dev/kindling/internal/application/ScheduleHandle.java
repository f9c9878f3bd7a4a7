package dev.kindling.internal.application;

import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.ClusterAccessException.Answer;
import dev.kindling.diagnosis.ClusterAccessException.Request;
import dev.kindling.internal.operator.Dialect;
import dev.kindling.internal.tracking.Connections;
import dev.kindling.run.ApplicationFilter;
import dev.kindling.run.ListedApplication;
import dev.kindling.run.ScheduleState;
import dev.kindling.run.SubmittedSchedule;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A schedule that is there. It is only asked when someone wants to know: nothing is watched, nothing to be closed. */
final class ScheduleHandle implements SubmittedSchedule {

    private final KubernetesCluster cluster;
    private final Identity schedule;
    private final Optional<CodeReferences> code;
    private final Optional<S3> s3;

    private ScheduleHandle(
            KubernetesCluster cluster, Identity schedule, Optional<CodeReferences> code, Optional<S3> s3) {
        this.cluster = cluster.namespace(schedule.namespace()).operator(Operator.kubeflow());
        this.schedule = schedule;
        this.code = code;
        this.s3 = s3;
    }

    /** @param s3 how this JVM reaches the store of its code, if it knows */
    static ScheduleHandle of(KubernetesCluster cluster, GenericKubernetesResource resource, Optional<S3> s3) {
        return new ScheduleHandle(cluster, Identity.of(resource), CodeReferences.of(resource), s3);
    }

    @Override
    public String name() {
        return schedule.name();
    }

    @Override
    public String namespace() {
        return schedule.namespace();
    }

    @Override
    public ScheduleState state() {
        return ScheduleList.state(Json.of(with(this::current)));
    }

    @Override
    public List<ListedApplication> runs() {
        return new ApplicationList(cluster)
                .list(ApplicationFilter.all().label(Dialect.OF_SCHEDULES.nameLabel(), name()));
    }

    @Override
    public void suspend() {
        set("suspend", true);
    }

    @Override
    public void resume() {
        set("resume", false);
    }

    private void set(String verb, boolean suspend) {
        with(api -> {
            current(api);
            new SuspendField(api, name()).set(verb, suspend);
            return suspend;
        });
    }

    /** Runs before pods: one that has no pods yet might get some. */
    @Override
    public void delete() {
        with(api -> {
            var deletion = new Deletion(api, schedule);
            deletion.request();
            var ofRuns = new ApplicationApi(api.connection(), Dialect.of(Operator.kubeflow()), namespace());
            deletion.await("its runs", () -> ofRuns.applications()
                    .withLabel(api.dialect().nameLabel(), name())
                    .informOnCondition(List::isEmpty));
            deletion.run();
            code.ifPresent(references -> references.release(api, s3, cluster));
            return true;
        });
    }

    /** Another one that has got the name since is none of our business. */
    private GenericKubernetesResource current(ApplicationApi api) {
        return api.find(name())
                .filter(schedule::isOf)
                .orElseThrow(() -> new ClusterAccessException(
                        new Request("get", api.dialect().resourceName(), name(), namespace()),
                        new Answer(404, "it was deleted"),
                        "submit it again: its .submitTo(cluster)",
                        null));
    }

    private <T> T with(Function<ApplicationApi, T> action) {
        try (var lease = Connections.lease(cluster)) {
            return action.apply(ApplicationApi.of(lease, Dialect.OF_SCHEDULES));
        }
    }

    @Override
    public String toString() {
        return "schedule " + namespace() + "/" + name();
    }
}
