package dev.kindling;

import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.task.Parcel;
import dev.kindling.internal.task.ResultFormat;
import dev.kindling.internal.task.TaskSubmission;
import dev.kindling.run.Task;
import dev.kindling.run.TaskRun;
import dev.kindling.target.KubernetesCluster;
import java.util.function.Consumer;
import org.apache.spark.sql.Encoder;

/**
 * An application whose program is a function. Immutable, and thread-safe as far as the function is.
 *
 * <pre>{@code
 * static TaskRun<Long> count(ApplicationSpec spec, KubernetesCluster cluster) {
 *     return spec.task(spark -> spark.range(1_000_000).count()).json(Long.class).submitTo(cluster);
 * }
 * }</pre>
 *
 * @param <T> what it returns
 */
public final class TaskSpec<T> {
    private final ApplicationPlan plan;
    private final Parcel<T> parcel;

    private TaskSpec(ApplicationPlan plan, Parcel<T> parcel) {
        this.plan = plan;
        this.parcel = parcel;
    }

    static <T> TaskSpec<T> of(ApplicationPlan plan, Task<T> task) {
        return new TaskSpec<>(plan, Parcel.of(task));
    }

    /**
     * The result comes back as JSON, by Jackson; default: by Java's serialization, of which only classes of the task's own
     * class path and values of Java are read, as others may be able to write to the store.
     */
    public TaskSpec<T> json(Class<T> type) {
        return new TaskSpec<>(plan, parcel.format(new ResultFormat.Json<>(type)));
    }

    /** The result comes back as one row of Spark's, by this encoder. */
    public TaskSpec<T> encoder(Encoder<T> encoder) {
        return new TaskSpec<>(plan, parcel.format(new ResultFormat.Encoded<>(encoder)));
    }

    /**
     * As {@link ApplicationSpec#submitTo(KubernetesCluster)}.
     *
     * @throws IllegalArgumentException if the function refers to what cannot be serialized
     * @throws dev.kindling.diagnosis.InvalidSpecException if anything is wrong with the spec, or it names no store for code
     * @throws dev.kindling.diagnosis.CodeStoreException if code cannot be brought there; nothing was made then
     */
    public TaskRun<T> submitTo(KubernetesCluster cluster) {
        return submitTo(cluster, step -> {});
    }

    /** {@link #submitTo(KubernetesCluster)}, with a line for each file that is brought, in threads of Kindling's. */
    public TaskRun<T> submitTo(KubernetesCluster cluster, Consumer<String> progress) {
        return TaskSubmission.submit(plan, parcel, cluster, progress);
    }

    @Override
    public String toString() {
        return "task of application " + plan.workload();
    }
}
