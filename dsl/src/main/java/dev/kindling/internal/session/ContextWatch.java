package dev.kindling.internal.session;

import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;

/** Tells ledger and supervisor which executors have registered with the driver and which it has lost. */
final class ContextWatch extends SparkListener {

    private final ExecutorLedger ledger;
    private final Supervisor supervisor;

    private ContextWatch(ExecutorLedger ledger, Supervisor supervisor) {
        this.ledger = ledger;
        this.supervisor = supervisor;
    }

    static void begin(SparkContext context, SessionEvidence evidence, Supervisor supervisor) {
        JobWatch.begin(context, evidence);
        ContextWatch watch = new ContextWatch(evidence.ledger(), supervisor);
        context.addSparkListener(watch);
    }

    @Override
    public void onExecutorAdded(SparkListenerExecutorAdded added) {
        ledger.registered(added.executorId(), added.executorInfo().executorHost());
        supervisor.executorsChanged();
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        ledger.removed(removed.executorId(), removed.reason());
        supervisor.executorsChanged();
    }
}
