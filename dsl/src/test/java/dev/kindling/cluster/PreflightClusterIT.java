package dev.kindling.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.kindling.ApplicationSpec;
import dev.kindling.SessionSpec;
import dev.kindling.Spark;
import dev.kindling.diagnosis.Finding;
import dev.kindling.diagnosis.Preflight;
import dev.kindling.diagnosis.PreflightFailedException;
import dev.kindling.diagnosis.StartFailedException;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import dev.kindling.target.Rbac;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.PodPlan;
import dev.kindling.value.Volume;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The roles that specs render, as accounts with a token and no other credential: they are enough, and whatever is taken from
 * them is named before anything is made.
 */
@Tag("cluster")
class PreflightClusterIT {

    /** An account's rights are known to the API server a moment after they were given. */
    private static final Duration GRANTED = Duration.ofSeconds(10);

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    private static final SessionSpec WORDS = CLUSTER.session("words");

    @TempDir
    private Path folder;

    @Test
    void theRenderedRoleIsEnoughForASession() throws IOException {
        apply(WORDS.rbac());
        var limited = as("kindling");

        var preflight = WORDS.preflight(limited);
        assertThat(preflight.findings()).as("%s", preflight).isEmpty();
        assertThat(preflight.notChecked()).isEmpty();
        assertThat(preflight.notKnown()).anyMatch(line -> line.startsWith("nodes"));
        try (var session = WORDS.startOn(limited)) {
            assertThat(session.spark().range(1_000).count()).isEqualTo(1_000);
        }
        assertThat(CLUSTER.leftovers()).isEmpty();
        noneRefused("kindling");
    }

    @Test
    void eachRightOfASessionThatIsMissingIsNamedBeforeAnythingIsMade() throws IOException {
        for (var right : Right.of(WORDS.rbac().grants().get(0))) {
            if (right.isForADriverInAPod()) {
                continue; // This JVM is in none, and asks for none of it.
            }
            var limited = lacking(WORDS.rbac().grants().get(0), right);
            assertThat(named(() -> WORDS.preflight(limited), right))
                    .as("%s", right)
                    .contains(right.toString());
        }
        assertThat(CLUSTER.leftovers()).isEmpty();
    }

    @Test
    void eachRightOfWhoSubmitsThatIsMissingIsNamedBeforeAnythingIsMade() throws IOException {
        for (var operator : List.of(Operator.kubeflow(), Operator.apache(), Operator.none())) {
            var grant = pi().rbac(operator).grants().get(0);
            for (var right : Right.of(grant)) {
                var limited = lacking(grant, right).operator(operator);
                assertThat(named(() -> pi().preflight(limited), right))
                        .as("%s", right)
                        .contains(right.toString());
            }
        }
        assertThat(CLUSTER.leftovers()).isEmpty();
    }

    @Test
    void aDriversRightsAreSeenByAnAdministratorOnly() throws IOException {
        apply(pi().rbac());
        var driver = DriverPlan.defaults().serviceAccount("kindling-driver");
        var target = CLUSTER.target().operator(Operator.none());

        await().atMost(GRANTED).untilAsserted(() -> assertThat(
                        pi().driver(driver).preflight(target).problems())
                .isEmpty());
        assertThat(pi().driver(driver.serviceAccount("default"))
                        .preflight(target)
                        .problems())
                .extracting(Finding::cause)
                .containsExactly("driver-forbidden");
        assertThat(pi().driver(driver.serviceAccount("absent"))
                        .preflight(target)
                        .problems())
                .extracting(Finding::cause)
                .contains("service-account-missing");
        assertThat(pi().driver(driver)
                        .preflight(as("kindling-applications").operator(Operator.kubeflow()))
                        .notKnown())
                .anyMatch(line -> line.startsWith("rights of service account kindling-driver"));
    }

    @Test
    void anOperatorThatWatchesOtherNamespacesIsAWarning() {
        for (var operator : List.of(Operator.kubeflow(), Operator.apache())) {
            var preflight = pi().preflight(CLUSTER.target().operator(operator));
            if (preflight.notKnown().stream().anyMatch(line -> line.contains("watches namespace"))) {
                System.err.println("SKIPPED: " + operator + " is not installed, or watches all namespaces");
                abort("nothing to compare with");
            }
            assertThat(preflight.warnings()).extracting(Finding::cause).contains("operator-not-watching");
        }
    }

    @Test
    void allProblemsAreToldAtOnceAndNothingIsMade() {
        var pods = PodPlan.none()
                .secretEnv("PASSWORD", "absent", "password")
                .volume(Volume.configMap("absent").at("/rules"))
                .volume(Volume.claim("absent").at("/data"))
                .nodeSelector("disk", "ssd");
        var failure = catchThrowableOfType(PreflightFailedException.class, () -> WORDS.pods(pods)
                .startOn(CLUSTER.target().serviceAccount("absent")));

        assertThat(failure.preflight().problems())
                .extracting(Finding::cause)
                .containsExactlyInAnyOrder(
                        "service-account-missing", "secret-missing", "config-map-missing", "claim-missing");
        assertThat(failure.preflight().warnings()).extracting(Finding::cause).containsExactly("unschedulable-selector");
        assertThat(CLUSTER.leftovers()).isEmpty();
    }

    /** Spark would only log it, once a second, for ever. */
    @Test
    void withoutPreflightAStartThatMayNotMakePodsFailsSoon() throws IOException {
        var limited = lacking(WORDS.rbac().grants().get(0), new Right("", "pods", "create"));
        var refused = new AtomicReference<Instant>();

        var failure = catchThrowableOfType(
                StartFailedException.class,
                () -> WORDS.startOn(limited.preflight(false), line -> {
                    if (line.contains("refuses")) {
                        refused.compareAndSet(null, Instant.now());
                    }
                }));

        assertThat(Duration.between(refused.get(), Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(failure.diagnosis().orElseThrow().first())
                .hasValueSatisfying(found -> assertThat(found.what()).contains("may not create pods"));
        assertThat(CLUSTER.leftovers()).isEmpty();
    }

    @Test
    void withoutPreflightAStartThatMayNotMakeConfigMapsSaysSo() throws IOException {
        var limited = lacking(WORDS.rbac().grants().get(0), new Right("", "configmaps", "create"));

        var failure = catchThrowableOfType(StartFailedException.class, () -> WORDS.startOn(limited.preflight(false)));

        assertThat(failure.diagnosis().orElseThrow().first())
                .hasValueSatisfying(found -> assertThat(found.what()).contains("may not create configmaps"));
        assertThat(CLUSTER.leftovers()).isEmpty();
    }

    private static ApplicationSpec pi() {
        return Spark.application("pi")
                .image(RealCluster.IMAGE)
                .python("local:///opt/spark/examples/src/main/python/pi.py");
    }

    /** Until the rights that were given are known, more are missing. */
    private static String named(Supplier<Preflight> look, Right right) {
        return await(right.toString())
                .atMost(GRANTED)
                .until(
                        () -> look.get().findings().stream()
                                .filter(Finding.Forbidden.class::isInstance)
                                .flatMap(finding -> finding.evidence().stream())
                                .map(clue -> clue.field())
                                .filter(field -> !field.startsWith("dry run"))
                                .distinct()
                                .toList(),
                        missing -> missing.size() <= 1)
                .stream()
                .findFirst()
                .orElse("nothing");
    }

    private KubernetesCluster lacking(Rbac.Grant grant, Right right) throws IOException {
        return right.missing(CLUSTER, grant, Files.createTempDirectory(folder, "lacking"));
    }

    private KubernetesCluster as(String account) throws IOException {
        var own = Files.createTempDirectory(folder, "account");
        return LimitedAccount.target(CLUSTER, account, own);
    }

    private static void apply(Rbac rbac) {
        var yaml = new ByteArrayInputStream(rbac.toYaml().getBytes(StandardCharsets.UTF_8));
        CLUSTER.client()
                .resourceList(CLUSTER.client().load(yaml).items())
                .inNamespace(CLUSTER.namespace())
                .create();
    }

    private static void noneRefused(String account) throws IOException {
        var audit = AuditLog.find();
        if (audit.isPresent()) {
            assertThat(audit.get().forbidden(CLUSTER.namespace(), account)).isSubsetOf(AuditLog.ASKED_BY_PREFLIGHT);
        }
    }
}
