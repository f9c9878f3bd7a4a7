package dev.kindling.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The driver in a pod, as a service account that may only do what {@code docs/rbac.yaml} lists. */
@Tag("cluster")
class InPodClusterIT {

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    private static final String PROGRAM = "program";
    /** Two, as a config map holds a megabyte. */
    private static final String LIBRARY = "library";

    private static final String MORE = "more";
    private static final Pattern INTERNAL = Pattern.compile(".*/internal/(.).*");
    private static final char MIDDLE = 'm';

    @BeforeAll
    static void prepare() throws IOException {
        LimitedAccount.apply(CLUSTER);
        make(PROGRAM, CodeJar.ofLibrary(name -> initial(name).isEmpty(), InPodProgram.class));
        make(LIBRARY, CodeJar.ofLibrary(name -> initial(name)
                .filter(letter -> letter < MIDDLE)
                .isPresent()));
        make(MORE, CodeJar.ofLibrary(name -> initial(name)
                .filter(letter -> letter >= MIDDLE)
                .isPresent()));
    }

    /** Of an internal package. */
    private static Optional<Character> initial(String name) {
        var found = INTERNAL.matcher(name);
        return found.matches() ? Optional.of(found.group(1).charAt(0)) : Optional.empty();
    }

    private static void make(String configMap, byte[] jar) {
        CLUSTER.client()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(configMap)
                        .withNamespace(CLUSTER.namespace())
                        .endMetadata()
                        .addToBinaryData(configMap + ".jar", Base64.getEncoder().encodeToString(jar))
                        .build())
                .create();
    }

    @Test
    void theDriversPodOwnsWhatItMakes() throws IOException {
        Pod driver = start("driver", Optional.empty(), "stay");
        awaitSaid("driver", "count 143");
        String address = pod("driver").getStatus().getPodIP();
        assertThat(said("driver")).contains("driver.host " + address, "owner driver");
        assertThat(CLUSTER.made())
                .as("two executors, config map, secret")
                .hasSize(4)
                .allSatisfy(object -> assertThat(object.getMetadata().getOwnerReferences())
                        .as(object.getKind() + " " + object.getMetadata().getName())
                        .extracting(OwnerReference::getUid)
                        .containsExactly(driver.getMetadata().getUid()));

        long deleted = System.nanoTime();
        CLUSTER.client().resource(driver).withGracePeriod(0).delete();
        await().atMost(Duration.ofSeconds(60)).until(() -> CLUSTER.made().isEmpty());
        System.out.println("in-pod: collected within "
                + Duration.ofNanos(System.nanoTime() - deleted).toMillis() + " ms after the driver's pod was deleted");
        noCallWasForbidden();
    }

    @Test
    void aPodNameThatIsNoPodMeansNoOwner() throws IOException {
        start("stray", Optional.of("absent"), "end");
        awaitSaid("stray", "closed");
        assertThat(said("stray"))
                .contains("driver.host " + pod("stray").getStatus().getPodIP(), "owner none", "count 143");
        assertThat(CLUSTER.made()).isEmpty();
        noCallWasForbidden();
    }

    private static Pod start(String name, Optional<String> podName, String mode) {
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(CLUSTER.namespace())
                .endMetadata()
                .withNewSpec()
                .withServiceAccountName(LimitedAccount.NAME)
                .withRestartPolicy("Never")
                .addNewContainer()
                .withName("driver")
                .withImage(RealCluster.IMAGE)
                .withCommand(command(mode))
                .withNewResources()
                .endResources()
                .addNewVolumeMount()
                .withName(PROGRAM)
                .withMountPath("/program")
                .endVolumeMount()
                .addNewVolumeMount()
                .withName(LIBRARY)
                .withMountPath("/library")
                .endVolumeMount()
                .addNewVolumeMount()
                .withName(MORE)
                .withMountPath("/more")
                .endVolumeMount()
                .endContainer()
                .addNewVolume()
                .withName(PROGRAM)
                .withNewConfigMap()
                .withName(PROGRAM)
                .endConfigMap()
                .endVolume()
                .addNewVolume()
                .withName(LIBRARY)
                .withNewConfigMap()
                .withName(LIBRARY)
                .endConfigMap()
                .endVolume()
                .addNewVolume()
                .withName(MORE)
                .withNewConfigMap()
                .withName(MORE)
                .endConfigMap()
                .endVolume()
                .endSpec()
                .build();
        podName.ifPresent(
                value -> pod.getSpec().getContainers().get(0).getEnv().add(new EnvVar("POD_NAME", value, null)));
        return CLUSTER.client().resource(pod).create();
    }

    private static List<String> command(String mode) {
        return Stream.of(
                        Stream.of("java", "-Xmx512m"),
                        Arrays.stream(JavaModuleOptions.defaultModuleOptionArray()),
                        Stream.of(
                                "-cp",
                                "/program/program.jar:/library/library.jar:/more/more.jar:/opt/spark/jars/*",
                                InPodProgram.class.getName()),
                        Stream.of(RealCluster.IMAGE, mode))
                .flatMap(part -> part)
                .toList();
    }

    private static void awaitSaid(String pod, String what) {
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            String log = log(pod);
            assertThat(log.lines()).as(log).contains(InPodProgram.SAYS + what);
        });
    }

    private static List<String> said(String pod) {
        return log(pod).lines()
                .filter(line -> line.startsWith(InPodProgram.SAYS))
                .map(line -> line.substring(InPodProgram.SAYS.length()))
                .toList();
    }

    private static String log(String pod) {
        return pod(pod).getStatus().getContainerStatuses().stream()
                        .anyMatch(status -> status.getState().getWaiting() == null)
                ? CLUSTER.client()
                        .pods()
                        .inNamespace(CLUSTER.namespace())
                        .withName(pod)
                        .getLog()
                : "";
    }

    private static Pod pod(String name) {
        return CLUSTER.client()
                .pods()
                .inNamespace(CLUSTER.namespace())
                .withName(name)
                .get();
    }

    private static void noCallWasForbidden() throws IOException {
        Optional<AuditLog> audit = AuditLog.find();
        if (audit.isEmpty()) {
            System.err.println("SKIPPED: no audit log to read: whether a call was forbidden is not known");
            return;
        }
        assertThat(audit.get().forbidden(CLUSTER.namespace(), LimitedAccount.NAME))
                .isSubsetOf(AuditLog.ASKED_BY_PREFLIGHT);
        System.out.println("in-pod: rights used: " + audit.get().used(CLUSTER.namespace(), LimitedAccount.NAME));
    }
}
