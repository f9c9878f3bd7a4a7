package dev.kindling.embedded.internal.kubelet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.api.PodLogs;
import dev.kindling.embedded.internal.kubelet.cluster.ClusterObjects;
import dev.kindling.embedded.internal.kubelet.cluster.PodEvents;
import dev.kindling.embedded.internal.kubelet.image.ArchiveTraining;
import dev.kindling.embedded.internal.kubelet.image.ImageCatalog;
import dev.kindling.embedded.internal.kubelet.image.SharedArchive;
import dev.kindling.embedded.internal.kubelet.image.SparkImage;
import dev.kindling.embedded.internal.kubelet.log.PodLogFiles;
import dev.kindling.embedded.internal.kubelet.network.PodAddresses;
import dev.kindling.embedded.internal.kubelet.network.ServiceHosts;
import dev.kindling.embedded.internal.kubelet.process.FileTrees;
import dev.kindling.embedded.internal.kubelet.process.MountNamespace;
import dev.kindling.embedded.internal.kubelet.process.Reaper;
import dev.kindling.embedded.internal.kubelet.volume.ClaimFolders;
import dev.kindling.embedded.internal.kubelet.volume.ServiceAccountFiles;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.embedded.internal.store.StoreEvent;
import dev.kindling.embedded.internal.store.StoreEvent.Change;
import dev.kindling.embedded.internal.store.StoreWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs every pod of the store as processes of this machine. One thread does all; closing it, or the end of this JVM
 * however it comes, ends all pods and removes the state folder. Thread-safe.
 */
public final class Kubelet implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Kubelet.class);

    private static final long STOP_LIMIT_SECONDS = 5;

    private final KubeletConfig config;
    private final Reaper reaper;
    private final ScheduledExecutorService loop;
    private final PodServices services;
    private final Map<String, PodWorker> workers = new HashMap<>();
    private final List<StoreWatch> watches = new ArrayList<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Thread shutdownHook = new Thread(this::stop, "kubelet shutdown");

    private Kubelet(ObjectStore store, KubeletConfig config) {
        this.config = config;
        createStateFolder(config.stateFolder());
        this.reaper = Reaper.over(config.stateFolder());
        this.loop = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "kubelet");
            thread.setDaemon(true);
            return thread;
        });
        this.services = services(store);
    }

    /** Starts the pods that are there, and from now on every new one. */
    public static Kubelet start(ObjectStore store, KubeletConfig config) {
        var kubelet = new Kubelet(store, config);
        Runtime.getRuntime().addShutdownHook(kubelet.shutdownHook);
        kubelet.watch(store);
        // Spark's first pods wait for it: the first run on a machine is shorter by what their driver takes meanwhile.
        kubelet.loop.execute(kubelet.services.image()::files);
        return kubelet;
    }

    public PodLogs logs() {
        return services.logs();
    }

    /** Where all pods are if they have no addresses of their own. */
    public boolean isSingleAddress() {
        return services.addresses().isSingle();
    }

    /** Ends all pods at once and removes the state folder. Closing twice does nothing. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook does the same, and only one of the two gets to do it.
        }
        stop();
    }

    private void stop() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        watches.forEach(StoreWatch::close);
        try {
            loop.submit(this::endAll).get().get(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
            loop.submit(this::removeAll).get();
            services.image().stop();
            FileTrees.delete(config.stateFolder());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | IOException e) {
            LOG.warn("not all of {} is removed yet; the reaper goes on", config.stateFolder(), e);
        } finally {
            loop.shutdownNow();
            reaper.close();
        }
    }

    private CompletableFuture<Void> endAll() {
        return CompletableFuture.allOf(
                workers.values().stream().map(PodWorker::gone).toArray(CompletableFuture<?>[]::new));
    }

    /**
     * Nobody confirms a deletion after this: a session that is closed while the JVM ends would wait for its executors'
     * pods in vain.
     */
    private void removeAll() {
        workers.values().forEach(PodWorker::removeObject);
    }

    private PodServices services(ObjectStore store) {
        var objects = new ClusterObjects(store);
        Path state = config.stateFolder();
        var addresses = PodAddresses.of(config.singleAddress());
        return new PodServices(
                config,
                loop,
                objects,
                new PodEvents(objects, config.nodeName()),
                new ImageCatalog(config.images()),
                addresses,
                new ServiceHosts(state.resolve("hosts"), objects::services),
                new ClaimFolders(state.resolve("claims")),
                new ServiceAccountFiles(config.token(), config.caCertificate()),
                new PodLogFiles(),
                new SparkImage(config.archiveFolder().map(this::archive)),
                new ContainerStarter(reaper, namespace(addresses)));
    }

    private SharedArchive archive(Path folder) {
        var training = new ArchiveTraining(config.stateFolder().resolve("training"), reaper);
        return new SharedArchive(folder, training, config.progress());
    }

    /**
     * Not at a single address: executors that seem to be on one host read each other's shuffle files from disk, by a path
     * that must mean the same to both.
     */
    private Optional<MountNamespace> namespace(PodAddresses addresses) {
        return config.trueMounts() && !addresses.isSingle() ? MountNamespace.supported() : Optional.empty();
    }

    private void watch(ObjectStore store) {
        watch(store, ResourceTypes.SERVICES, event -> services.hosts().refresh());
        watch(store, ResourceTypes.CONFIG_MAPS, this::retry);
        watch(store, ResourceTypes.SECRETS, this::retry);
        watch(store, ResourceTypes.CLAIMS, this::claimChanged);
        watch(store, ResourceTypes.PODS, this::podChanged);
    }

    private void watch(ObjectStore store, ResourceType type, Consumer<StoreEvent> consumer) {
        watches.add(store.watch(type, "", loop, event -> {
            try {
                consumer.accept(event);
            } catch (RuntimeException e) {
                // One pod's trouble must not keep the others from being served.
                LOG.error("{} {} was not handled", type.kind(), Meta.name(event.object()), e);
            }
        }));
    }

    /** A pod of that namespace may have waited for this. */
    private void retry(StoreEvent event) {
        if (event.change() == Change.ADDED || event.change() == Change.MODIFIED) {
            String namespace = Meta.namespace(event.object());
            workers.values().stream().filter(worker -> worker.isIn(namespace)).forEach(PodWorker::advance);
        }
    }

    private void claimChanged(StoreEvent event) {
        if (event.change() != Change.DELETED) {
            retry(event);
            return;
        }
        try {
            services.claims().delete(Meta.uid(event.object()));
        } catch (IOException e) {
            throw new UncheckedIOException("removing the folder of a claim", e);
        }
    }

    private void podChanged(StoreEvent event) {
        ObjectNode object = event.object();
        String uid = Meta.uid(object);
        PodWorker worker = workers.get(uid);
        if (event.change() == Change.DELETED) {
            Optional.ofNullable(workers.remove(uid)).ifPresent(PodWorker::gone);
        } else if (worker != null) {
            worker.changed(ClusterObjects.pod(object));
        } else if (event.change() != Change.BOOKMARK && isNew(object)) {
            take(object);
        }
    }

    /** What cannot even be read is told to who waits for it: a pod that has failed needs nobody to be deleted. */
    private void take(ObjectNode object) {
        try {
            var worker = PodWorker.of(services, ClusterObjects.pod(object));
            workers.put(Meta.uid(object), worker);
            worker.begin();
        } catch (RuntimeException e) {
            LOG.error("pod {} was not started", Meta.name(object), e);
            services.objects().failed(object, "StartError", e.toString());
        }
    }

    /** A pod that has ended, or was told to go before it was seen, is not started. */
    private static boolean isNew(ObjectNode pod) {
        String phase = pod.path("status").path("phase").asText("Pending");
        return phase.equals("Pending") && !Meta.isTerminating(pod);
    }

    private static void createStateFolder(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("making the state folder " + folder, e);
        }
    }
}
