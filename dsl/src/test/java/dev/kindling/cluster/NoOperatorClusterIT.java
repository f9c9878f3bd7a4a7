package dev.kindling.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.kindling.Spark;
import dev.kindling.diagnosis.UiUnavailableException;
import dev.kindling.run.Outcome;
import dev.kindling.run.SparkUi;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.PodPlan;
import dev.kindling.value.Volume;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A driver that no operator made, on a real cluster, and the way to its UI: made by the service account of
 * docs/rbac-no-operator.yaml, run by its driver's account, neither with any other right.
 */
@Tag("cluster")
class NoOperatorClusterIT {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    private static KubernetesCluster target;

    @TempDir
    private Path folder;

    @BeforeAll
    static void program(@TempDir Path own) throws IOException {
        LimitedAccount.apply(CLUSTER, "rbac-no-operator.yaml");
        // Preflight also asks what this user may not see: what the run itself asks is to be counted.
        target = LimitedAccount.target(CLUSTER, LimitedAccount.WITHOUT_OPERATOR, own)
                .preflight(false);
        CLUSTER.client()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("program")
                        .withNamespace(CLUSTER.namespace())
                        .endMetadata()
                        .addToData(
                                "main.py",
                                """
                                import sys, time
                                from pyspark.sql import SparkSession
                                spark = SparkSession.builder.getOrCreate()
                                print("counted", spark.range(1000).repartition(2).count())
                                if sys.argv[1] == "fail":
                                    raise ValueError("no luck")
                                print("sleeping", flush=True)
                                time.sleep(int(sys.argv[1]))
                                """)
                        .build())
                .create();
    }

    @Test
    void runsPythonWithExecutorsAndLeavesNothing() {
        List<String> log = new CopyOnWriteArrayList<>();
        var run = python("works", "0");
        var followed = run.followLog(log::add);

        assertThat(run.await(LIMIT)).isEqualTo(new Outcome.Succeeded());
        followed.join();
        assertThat(log).contains("counted 1000");
        assertThat(run.state().name()).isEqualTo("Succeeded");

        run.delete();
        nothingIsLeft();
    }

    @Test
    void aFailedDriverIsAFailureWithItsLog() {
        var run = python("fails", "fail");

        assertThat(run.await(LIMIT))
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.toString())
                        .contains("no luck"));
        run.delete();
        nothingIsLeft();
    }

    @Test
    void theUiIsReachedByManyAtOnceAndAfterABrokenConnection() {
        List<String> log = new CopyOnWriteArrayList<>();
        var run = python("ui", "600");
        run.followLog(log::add);
        await().atMost(LIMIT).until(() -> log.contains("sleeping"));

        try (var ui = run.ui()) {
            var pages = IntStream.range(0, 10)
                    .mapToObj(i -> HttpClient.newHttpClient().sendAsync(get(ui), HttpResponse.BodyHandlers.ofString()))
                    .toList();
            assertThat(pages).allSatisfy(page -> assertThat(page.join().body()).contains("spark.app.name"));

            CLUSTER.client()
                    .pods()
                    .inNamespace(CLUSTER.namespace())
                    .withName("ui")
                    .delete();
            assertThat(run.await(LIMIT)).isInstanceOf(Outcome.Gone.class);
            assertThat(fetch(ui).statusCode()).isEqualTo(502);
        }
        nothingIsLeft();
    }

    @AfterAll
    static void noRightWasMissing() throws IOException {
        var audit = AuditLog.find();
        if (audit.isPresent() && target != null) {
            assertThat(audit.get().forbidden(CLUSTER.namespace(), LimitedAccount.WITHOUT_OPERATOR))
                    .isEmpty();
        }
    }

    @Test
    void missingRightsToForwardPortsAreNamedBeforehand() throws IOException {
        ServiceAccounts.create(
                CLUSTER,
                "looker",
                List.of(
                        rule("get", "list", "watch", "pods"),
                        rule("get", "pods/log"),
                        rule("create", "pods/portforward")));
        var run = python("rights", "600");
        await().atMost(LIMIT).until(() -> run.state().name().equals("Running"));
        var limited = KubernetesCluster.kubeconfig(Kubeconfig.of(CLUSTER)
                        .token(ServiceAccounts.token(CLUSTER, "looker"))
                        .write(folder))
                .namespace(CLUSTER.namespace())
                .operator(Operator.none());

        var seen = Spark.applications(limited).find("rights").orElseThrow();
        var error = catchThrowableOfType(UiUnavailableException.class, seen::ui);

        assertThat(error).hasMessageContaining("may not get pods/portforward").hasMessageContaining("[get, create]");
        run.delete();
        nothingIsLeft();
    }

    private static PolicyRule rule(String... verbsAndResource) {
        var verbs = List.of(verbsAndResource).subList(0, verbsAndResource.length - 1);
        return new PolicyRuleBuilder()
                .withApiGroups("")
                .withResources(verbsAndResource[verbsAndResource.length - 1])
                .withVerbs(verbs)
                .build();
    }

    private static SubmittedApplication python(String name, String argument) {
        return Spark.application(name)
                .image(RealCluster.IMAGE)
                .python("local:///program/main.py")
                .arguments(argument)
                .pods(PodPlan.none().volume(Volume.configMap("program").at("/program")))
                .driver(DriverPlan.defaults().memory("512m").cpuRequest("100m"))
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("100m"))
                .submitTo(target.serviceAccount(LimitedAccount.OF_DRIVERS).operator(Operator.none()));
    }

    private static void nothingIsLeft() {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(CLUSTER.made()).isEmpty());
    }

    private static HttpResponse<String> fetch(SparkUi ui) {
        return HttpClient.newHttpClient()
                .sendAsync(get(ui), HttpResponse.BodyHandlers.ofString())
                .join();
    }

    private static HttpRequest get(SparkUi ui) {
        return HttpRequest.newBuilder(URI.create(ui.uri() + "environment/")).build();
    }
}
