package dev.kindling.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodPlanTest {
    @Test
    void aLaterValueForTheSameNameWins() {
        var plan = PodPlan.none()
                .env("A", "1")
                .env("A", "2")
                .label("team", "x")
                .label("team", "y")
                .priorityClass("low")
                .priorityClass("high");

        assertThat(plan.env()).containsExactly(new EnvVariable("A", new EnvVariable.Text("2")));
        assertThat(plan.metadata().labels()).containsOnly(Map.entry("team", "y"));
        assertThat(plan.scheduling().priorityClass()).contains("high");
    }

    @Test
    void twoKindsOfSourceForOneVariableAreKeptForTheCheck() {
        assertThat(PodPlan.none().env("A", "1").secretEnv("A", "s", "k").env()).hasSize(2);
    }

    @Test
    void mergingAddsListsAndLetsTheOtherWin() {
        var all = PodPlan.none()
                .nodeSelector("disk", "ssd")
                .toleration(Toleration.ofKey("gpu"))
                .env("A", "1");
        var some = PodPlan.none()
                .nodeSelector("disk", "nvme")
                .toleration(Toleration.of("spot", "yes"))
                .env("B", "2");
        var both = all.and(some);

        assertThat(both.scheduling().nodeSelector()).containsEntry("disk", "nvme");
        assertThat(both.scheduling().tolerations()).hasSize(2);
        assertThat(both.env()).extracting(EnvVariable::name).containsExactly("A", "B");
    }

    @Test
    void nothingAddedChangesNothing() {
        var plan = PodPlan.none()
                .annotation("a/b", "c")
                .volume(Volume.emptyDir().at("/x"))
                .affinity(Affinity.none().spreadOver("kubernetes.io/hostname"))
                .template(Path.of("pod.yaml"));

        assertThat(plan.and(PodPlan.none()))
                .isEqualTo(plan)
                .isEqualTo(PodPlan.none().and(plan));
    }

    @Test
    void valuesThatLookSecretAreNotShown() {
        var plan = PodPlan.none().env("DB_PASSWORD", "hunter2").env("TZ", "UTC");

        assertThat(plan.toString()).doesNotContain("hunter2").contains("TZ=UTC");
    }

    @Test
    void namesOfObjectsAreCheckedWhereTheyAreMade() {
        assertThatThrownBy(() -> PodPlan.none().secretEnv("A", "My_Secret", "k"))
                .hasMessageContaining("\"My_Secret\"")
                .hasMessageContaining("my-secret");
        assertThatThrownBy(() -> Volume.claim("a b")).hasMessageContaining("write Volume.claim(\"a-b\")");
        assertThatThrownBy(() -> Volume.generatedClaim("50 GB"))
                .hasMessageContaining("write Volume.generatedClaim(\"50Gi\")");
        assertThatThrownBy(() -> Toleration.ofKey(" ")).hasMessageContaining("write Toleration.ofKey(");
        assertThatThrownBy(() -> Affinity.none().requireNode("disk")).hasMessageContaining("write .requireNode(");
        assertThatThrownBy(() -> Affinity.none().spreadOver("")).hasMessageContaining("write .spreadOver(");
    }

    @Test
    void secretsAndConfigMapsAreReadOnly() {
        assertThat(Volume.secret("x").readOnly()).isTrue();
        assertThat(Volume.configMap("x").readOnly()).isTrue();
        assertThat(Volume.claim("x").readOnly()).isFalse();
        assertThat(Volume.claim("x").asReadOnly().readOnly()).isTrue();
    }
}
