package dev.kindling.embedded.internal.operator;

import dev.kindling.embedded.internal.operator.apache.ApacheOperator;
import dev.kindling.embedded.internal.operator.kubeflow.KubeflowOperator;
import dev.kindling.embedded.internal.operator.schedule.ScheduleOperator;
import dev.kindling.embedded.internal.operator.work.WorkQueue;
import dev.kindling.embedded.internal.store.ObjectStore;
import java.util.List;

/** All operators, on one thread. */
public final class SparkOperators implements AutoCloseable {

    private final WorkQueue queue;
    private final List<Runnable> operators;

    private SparkOperators(WorkQueue queue, List<Runnable> operators) {
        this.queue = queue;
        this.operators = operators;
    }

    /** @param apiServer the URL by which pods reach the API server */
    public static SparkOperators start(ObjectStore store, String apiServer) {
        var queue = new WorkQueue("kindling-operator");
        var kubeflow = KubeflowOperator.start(store, apiServer, queue);
        var schedules = ScheduleOperator.start(store, queue);
        var apache = ApacheOperator.start(store, apiServer, queue);
        return new SparkOperators(queue, List.of(kubeflow::close, schedules::close, apache::close));
    }

    @Override
    public void close() {
        operators.forEach(Runnable::run);
        queue.close();
    }
}
