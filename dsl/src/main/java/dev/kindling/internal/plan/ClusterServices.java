package dev.kindling.internal.plan;

import dev.kindling.value.BatchScheduler;
import dev.kindling.value.DriverPort;
import dev.kindling.value.Monitoring;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a cluster does around an application: watches its metrics, lets others in, places its pods. */
public record ClusterServices(
        Optional<Monitoring> monitoring, List<DriverPort> ports, Optional<BatchScheduler> scheduler) {
    static final ClusterServices NONE = new ClusterServices(Optional.empty(), List.of(), Optional.empty());

    public ClusterServices {
        ports = List.copyOf(ports);
    }

    public ClusterServices monitoring(Monitoring value) {
        return new ClusterServices(Optional.of(value), ports, scheduler);
    }

    public ClusterServices port(DriverPort more) {
        return new ClusterServices(
                monitoring, Stream.concat(ports.stream(), Stream.of(more)).toList(), scheduler);
    }

    public ClusterServices scheduler(BatchScheduler value) {
        return new ClusterServices(monitoring, ports, Optional.of(value));
    }
}
