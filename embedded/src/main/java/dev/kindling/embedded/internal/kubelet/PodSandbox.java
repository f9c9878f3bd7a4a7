package dev.kindling.embedded.internal.kubelet;

import dev.kindling.embedded.internal.kubelet.cluster.MissingObjectException;
import dev.kindling.embedded.internal.kubelet.image.ImageCatalog.Refusal;
import dev.kindling.embedded.internal.kubelet.image.SparkImageFiles;
import dev.kindling.embedded.internal.kubelet.log.ContainerLogFile;
import dev.kindling.embedded.internal.kubelet.process.ContainerProcess;
import dev.kindling.embedded.internal.kubelet.volume.Volumes;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the containers of one pod share: folders, volumes, the address. Says in events what keeps them from starting. */
final class PodSandbox {

    private static final long MOUNT_RETRY_SECONDS = 2;

    private final PodServices services;
    private final Pod pod;
    private final PodFolders folders;
    private final Set<String> said = new HashSet<>();
    private @Nullable Map<String, Path> volumes;
    private @Nullable String address;
    private boolean retryIsDue;

    PodSandbox(PodServices services, Pod pod, PodFolders folders) {
        this.services = services;
        this.pod = pod;
        this.folders = folders;
    }

    Optional<String> address() {
        return Optional.ofNullable(address);
    }

    ContainerLogFile log(ContainerRun run) {
        String name = run.spec().getName();
        var metadata = pod.getMetadata();
        return services.logs()
                .open(
                        metadata.getNamespace(),
                        metadata.getName(),
                        name,
                        folders.logs().resolve(name + ".log"));
    }

    void schedule() {
        String node = services.config().nodeName();
        var metadata = pod.getMetadata();
        services.objects().bind(pod, node);
        services.events()
                .normal(
                        pod,
                        "Scheduled",
                        "Successfully assigned " + metadata.getNamespace() + "/" + metadata.getName() + " to " + node);
        List<String> ignored = NotEnforced.in(pod);
        if (!ignored.isEmpty()) {
            warn("NotEnforced", "Pods are plain processes here, so this is ignored: " + String.join(", ", ignored));
        }
    }

    /**
     * Starts the container, or says why it waits.
     *
     * @param retry called when it is worth while to try again, where no object of the store is waited for
     */
    Optional<ContainerProcess> start(ContainerRun run, Runnable retry) {
        Container spec = run.spec();
        Optional<Refusal> refusal = services.images().refusal(spec.getImage(), spec.getImagePullPolicy());
        if (refusal.isPresent()) {
            refuse(run, refusal.get());
            return Optional.empty();
        }
        try {
            return prepareVolumes(run, retry) ? image(run, retry).map(files -> launch(run, files)) : Optional.empty();
        } catch (RuntimeException e) {
            // Whatever it is: a container that is not reported is waited for in vain.
            return failed(run, e.getCause() == null ? e : e.getCause());
        }
    }

    /** The pod has ended: its address can be given to another. The status goes on showing it. */
    void release() {
        services.hosts().remove(pod);
        address().ifPresent(services.addresses()::release);
    }

    /** The pod's object is gone, and its processes are about to be. */
    CompletableFuture<Void> removeAfter(CompletableFuture<Void> end) {
        release();
        var metadata = pod.getMetadata();
        services.logs().forget(metadata.getNamespace(), metadata.getName(), folders.root());
        var remains = new PodRemains(pod, folders, services.config().keptLogs());
        // In the background: shuffle files can be many.
        return end.thenRunAsync(remains::remove);
    }

    private boolean prepareVolumes(ContainerRun run, Runnable retry) {
        if (volumes != null) {
            return true;
        }
        try {
            PodFolders.create(folders.root());
            volumes = new Volumes(services.objects(), services.claims(), services.account(), pod, folders.volumes())
                    .materialise();
            address = services.addresses().take();
            services.hosts().add(pod, address);
            return true;
        } catch (MissingObjectException e) {
            return notMounted(run, e);
        } catch (IOException e) {
            retryLater(retry);
            return notMounted(run, e);
        }
    }

    private boolean notMounted(ContainerRun run, Exception why) {
        warn("FailedMount", "MountVolume.SetUp failed: " + why.getMessage());
        run.waiting("ContainerCreating", "");
        return false;
    }

    /** No object of the store will change when a full disk has room again. One at a time, however often this is called. */
    private void retryLater(Runnable retry) {
        if (!retryIsDue) {
            retryIsDue = true;
            services.loop()
                    .schedule(
                            () -> {
                                retryIsDue = false;
                                retry.run();
                            },
                            MOUNT_RETRY_SECONDS,
                            TimeUnit.SECONDS);
        }
    }

    /** Only Spark's own processes need the files, and only they wait for them. */
    private Optional<SparkImageFiles> image(ContainerRun run, Runnable retry) {
        if (!SparkEntrypoint.understands(ContainerCommand.words(run.spec()))) {
            return Optional.of(SparkImageFiles.NONE);
        }
        var files = services.image().files();
        if (files.isDone()) {
            return Optional.of(files.join());
        }
        run.waiting("ContainerCreating", "");
        if (said.add("Pulling")) {
            services.events().normal(pod, "Pulling", "Making the image's shared class archive, once per machine");
            files.whenCompleteAsync((done, failure) -> retry.run(), services.loop());
        }
        return Optional.empty();
    }

    private @Nullable ContainerProcess launch(ContainerRun run, SparkImageFiles image) {
        Container spec = run.spec();
        try {
            var launcher = new ContainerLauncher(
                    services,
                    pod,
                    folders,
                    address().orElseThrow(),
                    Optional.ofNullable(volumes).orElse(Map.of()));
            var process = launcher.start(spec, image);
            var events = services.events();
            events.normal(pod, "Pulled", "Container image \"" + spec.getImage() + "\" already present on machine");
            events.normal(pod, "Created", "Created container: " + spec.getName());
            events.normal(pod, "Started", "Started container " + spec.getName());
            warnOfHiddenMounts(spec);
            return process;
        } catch (MissingObjectException e) {
            run.waiting("CreateContainerConfigError", e.getMessage());
            warn("Failed", "Error: " + e.getMessage());
            return null;
        } catch (IOException e) {
            failed(run, e);
            return null;
        }
    }

    private void warnOfHiddenMounts(Container spec) {
        List<String> hidden = ContainerMounts.notNamedToSpark(spec);
        if (!services.starter().hasTrueMounts() && !hidden.isEmpty()) {
            warn(
                    "MountNotVisible",
                    "This machine gives no mount namespace: code that opens these paths finds nothing there (Spark itself"
                            + " is told the real ones): " + String.join(", ", hidden));
        }
    }

    private void refuse(ContainerRun run, Refusal refusal) {
        run.waiting(refusal.waiting(), refusal.message());
        warn("Failed", "Failed to pull image \"" + run.spec().getImage() + "\": " + refusal.message());
        warn("Failed", "Error: " + refusal.reason());
        if (refusal.waiting().equals("ImagePullBackOff")) {
            warn("BackOff", "Back-off pulling image \"" + run.spec().getImage() + "\"");
        }
    }

    private Optional<ContainerProcess> failed(ContainerRun run, Throwable why) {
        String message = why.getMessage() == null ? why.toString() : why.getMessage();
        run.refused("StartError", message);
        warn("Failed", "Error: " + message);
        return Optional.empty();
    }

    /** Every reason once: the kubelet tries again at each change. */
    private void warn(String reason, String message) {
        if (said.add(reason + message)) {
            services.events().warning(pod, reason, message);
        }
    }
}
