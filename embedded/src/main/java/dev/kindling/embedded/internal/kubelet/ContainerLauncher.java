package dev.kindling.embedded.internal.kubelet;

import dev.kindling.embedded.internal.kubelet.image.SparkImageFiles;
import dev.kindling.embedded.internal.kubelet.network.ServiceHosts;
import dev.kindling.embedded.internal.kubelet.process.ContainerProcess;
import dev.kindling.embedded.internal.kubelet.volume.MountTable;
import dev.kindling.embedded.internal.kubelet.volume.ServiceAccountFiles;
import dev.kindling.embedded.internal.kubelet.volume.SparkProperties;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts the containers of one pod: settles environment, paths and command.
 *
 * @param sources the pod's volumes by name
 */
record ContainerLauncher(PodServices services, Pod pod, PodFolders folders, String address, Map<String, Path> sources) {

    /** What pods call the API server; port 443 of it is not ours to take. */
    private static final Pattern API_SERVER =
            Pattern.compile("https://kubernetes\\.default(\\.svc)?(\\.cluster\\.local)?(:443)?(?![\\w.:-])");

    /** Throws what is missing as a {@code MissingObjectException}. */
    ContainerProcess start(Container container, SparkImageFiles image) throws IOException {
        var environment = environment(container);
        MountTable mounts = ContainerMounts.of(container, given(), sources, environment);
        UnaryOperator<String> rewriting = rewriting(mounts);
        environment.replaceAll((name, value) -> rewriting.apply(value));
        rewriteSparkProperties(rewriting);
        List<String> command = ContainerCommand.words(container).stream()
                .map(word -> rewriting.apply(ContainerEnvironment.expand(word, environment)))
                .toList();
        if (command.isEmpty()) {
            throw new IOException("container \"" + container.getName() + "\" has neither command nor args, and the"
                    + " images of the embedded Kubernetes have no program of their own");
        }
        if (SparkEntrypoint.understands(command)) {
            command = spark(image).command(command, environment, properties(command, mounts));
        }
        Path work = container.getWorkingDir() != null && services.starter().hasTrueMounts()
                ? Path.of(container.getWorkingDir())
                : folders.work();
        return services.starter().start(command, environment, mounts, folders.mounts(container.getName()), work);
    }

    private Map<String, String> environment(Container container) {
        String hostName = pod.getSpec().getHostname() == null
                ? pod.getMetadata().getName()
                : pod.getSpec().getHostname();
        var given =
                BaseEnvironment.of(hostName, address, folders, services.config().apiServer());
        if (!services.starter().hasTrueMounts()) {
            // Where fabric8's client looks when the usual paths are not there.
            given.put(
                    "KUBERNETES_AUTH_SERVICEACCOUNT_TOKEN",
                    folders.account().resolve("token").toString());
            given.put(
                    "KUBERNETES_CERTS_CA_FILE",
                    folders.account().resolve("ca.crt").toString());
            given.put("KUBENAMESPACE", folders.account().resolve("namespace").toString());
        }
        return new ContainerEnvironment(services.objects(), pod, address).of(container, given);
    }

    private Map<String, Path> given() throws IOException {
        var given = new HashMap<>(services.config().imagePaths());
        if (!Boolean.FALSE.equals(pod.getSpec().getAutomountServiceAccountToken())) {
            String namespace = pod.getMetadata().getNamespace();
            given.put(ServiceAccountFiles.MOUNT_PATH, services.account().write(folders.account(), namespace));
        }
        if (services.starter().hasTrueMounts() && Files.exists(ServiceHosts.MACHINE)) {
            given.put(ServiceHosts.MACHINE.toString(), services.hosts().file());
        }
        return given;
    }

    private UnaryOperator<String> rewriting(MountTable mounts) {
        String server = Matcher.quoteReplacement(services.config().apiServer().toString());
        UnaryOperator<String> names = text -> API_SERVER.matcher(text).replaceAll(server);
        return services.starter().hasTrueMounts() ? names : text -> mounts.rewrite(names.apply(text));
    }

    private void rewriteSparkProperties(UnaryOperator<String> rewriting) throws IOException {
        for (Path source : sources.values()) {
            Path file = source.resolve(SparkProperties.FILE_NAME);
            if (source.startsWith(folders.volumes()) && Files.isRegularFile(file)) {
                Files.writeString(file, SparkProperties.rewrite(Files.readString(file), rewriting));
            }
        }
    }

    private static Properties properties(List<String> command, MountTable mounts) throws IOException {
        int option = command.indexOf("--properties-file");
        return option < 0 || option + 1 == command.size()
                ? new Properties()
                : SparkProperties.parse(Files.readString(Path.of(mounts.rewrite(command.get(option + 1)))));
    }

    /** At another address than the one it was written for, which is the default, an archive costs time and memory. */
    private static List<String> shared(Path archive) {
        return List.of(
                "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0", "-XX:SharedArchiveFile=" + archive);
    }

    private SparkEntrypoint spark(SparkImageFiles image) {
        var jvm = new ArrayList<String>();
        jvm.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        jvm.add("-Djava.io.tmpdir=" + folders.temporary());
        image.archive().ifPresent(archive -> jvm.addAll(shared(archive)));
        if (services.hosts().needed(pod.getMetadata().getNamespace())
                && !services.starter().hasTrueMounts()) {
            // This file takes the place of all name service: only where a service has to be found.
            jvm.add("-Djdk.net.hosts.file=" + services.hosts().file());
        }
        return new SparkEntrypoint(jvm, image.jars(), services.addresses().isSingle());
    }
}
