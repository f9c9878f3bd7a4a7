package dev.kindling.internal.conf;

import dev.kindling.image.SparkImage;
import java.util.List;
import java.util.Optional;

/** What only the verb knows: the target, found addresses, made secrets. */
public sealed interface SessionFacts {
    /** Jars that the verb adds, for example the program's own. */
    List<String> extraJars();

    /** Everything in this JVM. */
    record OnThisJvm(int threads, List<String> extraJars) implements SessionFacts {
        public OnThisJvm {
            extraJars = List.copyOf(extraJars);
        }
    }

    /**
     * Executors in a cluster.
     *
     * @param master {@code k8s://https://...}
     * @param image what the target has for specs that name none
     * @param secret empty only where encryption is off
     */
    record OnCluster(
            String master,
            PodFacts pods,
            DriverEndpoint driver,
            Optional<SparkImage> image,
            Optional<RpcSecret> secret,
            List<String> extraJars)
            implements SessionFacts {
        public OnCluster {
            extraJars = List.copyOf(extraJars);
        }
    }
}
