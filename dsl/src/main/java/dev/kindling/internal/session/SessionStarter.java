package dev.kindling.internal.session;

import dev.kindling.diagnosis.MissingJvmOptionsException;
import dev.kindling.internal.check.SpecCheck;
import dev.kindling.internal.plan.SessionPlan;
import dev.kindling.run.RunningSession;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Local;
import dev.kindling.target.RunTarget;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.launcher.JavaModuleOptions;

/** Starts sessions: checks all there is to check without a target, then leaves the rest to the target's own start. */
public final class SessionStarter {

    private SessionStarter() {}

    /**
     * Starts a session and returns when its executors have registered.
     *
     * @param progress told, in one line each, what the start waits for; called from several threads
     */
    public static RunningSession start(SessionPlan plan, RunTarget target, Consumer<String> progress) {
        SpecCheck.session(plan);
        if (JvmOptions.missing().isPresent()) {
            throw new MissingJvmOptionsException(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        }
        if (target instanceof Local local) {
            return LocalStart.of(plan, local);
        }
        return new KubernetesStart(plan, (KubernetesCluster) target, oneAtATime(progress)).run();
    }

    private static Consumer<String> oneAtATime(Consumer<String> progress) {
        var lock = new Object();
        return line -> {
            synchronized (lock) {
                progress.accept(line);
            }
        };
    }
}
