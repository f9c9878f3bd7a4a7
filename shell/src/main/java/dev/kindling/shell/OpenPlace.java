package dev.kindling.shell;

import dev.kindling.embedded.EmbeddedKubernetes;
import dev.kindling.embedded.EmbeddedOptions;
import dev.kindling.shell.terminal.Progress;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Local;
import dev.kindling.target.RunTarget;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A {@link Place} that is ready to run on, and is given up at the end. */
record OpenPlace(RunTarget target, Runnable giveUp) implements AutoCloseable {
    /** Where the pods of the embedded Kubernetes find the jar of the sample, as if it were in their image. */
    static final String SAMPLES_JAR = "local:///opt/kindling/jars/kindling-samples.jar";

    static OpenPlace of(SampleRequest request, Path jar, Progress progress) {
        var options =
                EmbeddedOptions.defaults().imagePath(URI.create(SAMPLES_JAR).getPath(), jar);
        return of(request, options, progress::step);
    }

    /** With these options where the place is the embedded Kubernetes. */
    static OpenPlace of(SampleRequest request, EmbeddedOptions options, Consumer<String> progress) {
        if (request.place() instanceof Place.InThisJvm here) {
            return new OpenPlace(Local.threads(here.threads()), () -> {});
        }
        if (request.place() instanceof Place.Cluster cluster) {
            return new OpenPlace(in(request, cluster(cluster)), () -> {});
        }
        progress.accept("starting the embedded Kubernetes");
        var wanted = options.progress(progress).singleAddress(request.singleAddress() || options.singleAddress());
        var kubernetes = EmbeddedKubernetes.start(wanted);
        return new OpenPlace(in(request, kubernetes.cluster()), kubernetes::close);
    }

    @Override
    public void close() {
        giveUp.run();
    }

    private static KubernetesCluster cluster(Place.Cluster place) {
        return place.context().map(KubernetesCluster::context).orElseGet(KubernetesCluster::current);
    }

    private static KubernetesCluster in(SampleRequest request, KubernetesCluster cluster) {
        return request.wishes().applyTo(cluster);
    }
}
