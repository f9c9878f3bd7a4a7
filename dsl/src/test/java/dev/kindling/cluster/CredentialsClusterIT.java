package dev.kindling.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kindling.diagnosis.Finding;
import dev.kindling.run.ExecutorStatus;
import dev.kindling.run.RunningSession;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.value.ExecutorPlan;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that expire while a session runs: executors asked for later are asked for with the new ones. */
@Tag("cluster")
class CredentialsClusterIT {

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    @TempDir
    private Path folder;

    @BeforeAll
    static void account() throws IOException {
        LimitedAccount.apply(CLUSTER);
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(CLUSTER.made()).isEmpty();
    }

    @Test
    void aClientThatIsGivenItsTokens() throws IOException {
        Token first = token("given-1");
        AtomicReference<String> current = new AtomicReference<>(first.text());
        Kubeconfig kubeconfig = Kubeconfig.of(CLUSTER);
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(kubeconfig.server())
                .withCaCertData(kubeconfig.authority())
                .withOauthTokenProvider(current::get)
                .build();
        try (KubernetesClient client =
                        new KubernetesClientBuilder().withConfig(config).build();
                RunningSession session = startWithoutExecutors(KubernetesCluster.using(client))) {
            current.set(token("given-2").text());
            expire(first);
            getsAnExecutor(session);
        }
    }

    @Test
    void aKubeconfigWithAPlugin() throws IOException {
        Token first = token("printed-1");
        Path printed = Files.writeString(folder.resolve("credential"), credential(first));
        Path plugin = Files.writeString(folder.resolve("plugin"), "#!/bin/sh\ncat '" + printed + "'\n");
        assertThat(plugin.toFile().setExecutable(true)).isTrue();
        Path kubeconfig = Kubeconfig.of(CLUSTER).exec(plugin).write(folder);
        try (RunningSession session = startWithoutExecutors(KubernetesCluster.kubeconfig(kubeconfig))) {
            Files.writeString(printed, credential(token("printed-2")));
            expire(first);
            getsAnExecutor(session);
        }
    }

    @Test
    void whatATokenThatHasExpiredLeavesBehindIsToldAndTheNextSessionRemovesIt() throws IOException {
        Token token = token("only");
        Path kubeconfig = Kubeconfig.of(CLUSTER).token(token.text()).write(folder);
        RunningSession first = startWithoutExecutors(KubernetesCluster.kubeconfig(kubeconfig));
        expire(token);

        first.close();

        assertThat(first.diagnose().findings())
                .extracting(Finding::cause)
                .containsOnly("left-behind")
                .hasSize(1);
        assertThat(CLUSTER.made()).extracting(HasMetadata::getKind).containsExactlyInAnyOrder("ConfigMap", "Secret");
        startWithoutExecutors(CLUSTER.target()).close();
    }

    private static RunningSession startWithoutExecutors(KubernetesCluster target) {
        return CLUSTER.session("later")
                .executors(ExecutorPlan.dynamic(0, 1).memory("512m").cpuRequest("100m"))
                .startOn(target.namespace(CLUSTER.namespace()).driverHost(CLUSTER.driverHost()));
    }

    private static void getsAnExecutor(RunningSession session) {
        assertThat(session.executors()).isEmpty();
        assertThat(session.spark().range(1_000).filter("id % 7 = 0").count()).isEqualTo(143);
        assertThat(session.executors()).extracting(ExecutorStatus::state).contains(ExecutorStatus.State.REGISTERED);
    }

    /** A token of the limited account, valid as long as its Secret exists. */
    private record Token(Secret secret, String text) {}

    private static Token token(String name) {
        Secret secret = CLUSTER.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(CLUSTER.namespace())
                        .endMetadata()
                        .build())
                .create();
        return new Token(secret, ServiceAccounts.tokenBoundTo(CLUSTER, LimitedAccount.NAME, secret));
    }

    /** Deletes the token's Secret and waits until the API server, which remembers answers, refuses the token. */
    private static void expire(Token token) throws IOException {
        CLUSTER.client().resource(token.secret()).delete();
        Kubeconfig kubeconfig = Kubeconfig.of(CLUSTER);
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(kubeconfig.server())
                .withCaCertData(kubeconfig.authority())
                .withOauthToken(token.text())
                .withRequestRetryBackoffLimit(0)
                .build();
        try (KubernetesClient old =
                new KubernetesClientBuilder().withConfig(config).build()) {
            await().atMost(Duration.ofSeconds(60)).until(() -> isRefused(old));
        }
    }

    private static boolean isRefused(KubernetesClient client) {
        try {
            client.pods().inNamespace(CLUSTER.namespace()).list();
            return false;
        } catch (KubernetesClientException e) {
            return e.getCode() == 401;
        }
    }

    private static String credential(Token token) {
        return "{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\",\"status\":{\"token\":\""
                + token.text() + "\"}}";
    }
}
