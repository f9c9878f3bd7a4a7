package dev.kindling.internal.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.internal.rights.Right;
import dev.kindling.value.PodPlan;
import dev.kindling.value.Scheduling;
import dev.kindling.value.Toleration;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceRuleBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What checks conclude from what they have read. */
class ConclusionsTest {

    private static final Right CREATE_PODS = new Right("", "pods", "create");

    @Test
    void aQuotaThatCouldNeverHoldTheStartIsCertainAndOneThatIsInUseIsNot() {
        assertThat(QuotaCheck.problems(List.of(quota("1", "0")), List.of(executors(2, true))))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.account().isCertain()).isTrue();
                    assertThat(found.account().what()).contains("allows 1 of pods in all; the run asks for 2");
                });
        assertThat(QuotaCheck.problems(List.of(quota("2", "1")), List.of(executors(2, true))))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.account().isCertain()).isFalse();
                    assertThat(found.account().waitingHelps()).isTrue();
                });
        assertThat(QuotaCheck.problems(List.of(quota("3", "1")), List.of(executors(2, true))))
                .isEmpty();
    }

    @Test
    void anApplicationGoesOnWithFewerExecutors() {
        assertThat(QuotaCheck.problems(List.of(quota("1", "0")), List.of(executors(2, false))))
                .singleElement()
                .matches(found -> !found.account().isCertain());
    }

    @Test
    void whatNoNodeOfNowTakesIsAWarning() {
        assertThat(causes(new NodeBuilder(), PodPlan.none())).isEmpty();
        assertThat(causes(new NodeBuilder(), PodPlan.none().nodeSelector("disk", "ssd")))
                .containsExactly("unschedulable-selector");
        assertThat(causes(tainted(), PodPlan.none())).containsExactly("unschedulable-taint");
        assertThat(causes(tainted(), PodPlan.none().toleration(Toleration.ofKey("gpu"))))
                .isEmpty();
        assertThat(NodeCheck.problems(
                        List.of(node(new NodeBuilder())),
                        List.of(new Demand("executor", 1, true, pod("9"), scheduling(PodPlan.none())))))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.account().cause()).isEqualTo("unschedulable-cpu");
                    assertThat(found.account().isCertain()).isFalse();
                });
    }

    @Test
    void anImageThatANodeCouldNotGetIsAWarningUntilOneGetsIt() {
        var failed = List.of(
                event("Failed", "Failed to pull image \"spark:1\": not found", "2026-01-01T00:00:10Z"),
                event("Failed", "Failed to pull image \"spark:10\": not found", "2026-01-01T00:00:30Z"),
                event("Failed", "Error: ErrImagePull", "2026-01-01T00:00:40Z"));
        var failure = EarlierPulls.latest(failed, "spark:1").orElseThrow();
        var before = event("Pulled", "Container image \"spark:1\" already present", "2026-01-01T00:00:09Z");
        var after = event("Pulled", "Successfully pulled image \"spark:1\" in 2s", "2026-01-01T00:00:11Z");

        assertThat(failure.getMessage()).contains("spark:1\"");
        assertThat(EarlierPulls.latest(failed, "spark:2")).isEmpty();
        assertThat(EarlierPulls.problem("spark:1", failure, Optional.of(after))).isEmpty();
        assertThat(EarlierPulls.problem("spark:1", failure, Optional.of(before)))
                .hasValueSatisfying(
                        found -> assertThat(found.account().isCertain()).isFalse());
    }

    @Test
    void theImagesTagTellsAnotherSpark() {
        assertThat(mismatches("spark:4.1.0")).isEmpty();
        assertThat(mismatches("spark:4.1.1-scala2.13-java17")).isEmpty();
        assertThat(mismatches("spark:3.5.1")).hasSize(1);
        assertThat(mismatches("registry:5000/spark:4.1.1-scala2.12")).hasSize(1);
        assertThat(VersionCheck.answer("etl:2026-08-01", "4.1.1", "2.13").notKnown())
                .hasSize(1);
    }

    @Test
    void rulesOfOtherGroupsAndForGivenNamesDoNotCount() {
        assertThat(rules("", "*", "*").allows(CREATE_PODS)).isTrue();
        assertThat(rules("*", "pods", "create").allows(CREATE_PODS)).isTrue();
        assertThat(rules("apps", "*", "*").allows(CREATE_PODS)).isFalse();
        assertThat(rules("", "pods", "list").allows(CREATE_PODS)).isFalse();
        var named = new ResourceRuleBuilder()
                .withApiGroups("")
                .withResources("*")
                .withVerbs("*")
                .withResourceNames("one")
                .build();
        assertThat(new OwnRules(List.of(named)).allows(CREATE_PODS)).isFalse();
    }

    private static Event event(String reason, String message, String time) {
        return new EventBuilder()
                .withNewMetadata()
                .endMetadata()
                .withReason(reason)
                .withMessage(message)
                .withLastTimestamp(time)
                .withNewInvolvedObject()
                .withKind("Pod")
                .withNamespace("etl")
                .withName("words-1")
                .endInvolvedObject()
                .build();
    }

    private static OwnRules rules(String group, String resource, String verb) {
        return new OwnRules(List.of(new ResourceRuleBuilder()
                .withApiGroups(group)
                .withResources(resource)
                .withVerbs(verb)
                .build()));
    }

    private static List<Answer.Problem> mismatches(String image) {
        return VersionCheck.answer(image, "4.1.1", "2.13").findings();
    }

    private static List<String> causes(NodeBuilder node, PodPlan plan) {
        var demand = new Demand("executor", 1, true, pod("1"), scheduling(plan));
        return NodeCheck.problems(List.of(node(node)), List.of(demand)).stream()
                .map(found -> found.account().cause())
                .toList();
    }

    private static NodeBuilder tainted() {
        return new NodeBuilder()
                .withNewSpec()
                .addNewTaint()
                .withKey("gpu")
                .withEffect("NoSchedule")
                .endTaint()
                .endSpec();
    }

    private static io.fabric8.kubernetes.api.model.Node node(NodeBuilder node) {
        return node.editOrNewMetadata()
                .withName("one")
                .endMetadata()
                .withNewStatus()
                .addToAllocatable("cpu", new Quantity("4"))
                .addToAllocatable("memory", new Quantity("8Gi"))
                .endStatus()
                .build();
    }

    private static Scheduling scheduling(PodPlan plan) {
        return plan.scheduling();
    }

    private static Demand executors(int number, boolean awaited) {
        return new Demand("executor", number, awaited, pod("1"), scheduling(PodPlan.none()));
    }

    private static Pod pod(String cpu) {
        return new PodBuilder()
                .withNewSpec()
                .addNewContainer()
                .withNewResources()
                .addToRequests("cpu", new Quantity(cpu))
                .endResources()
                .endContainer()
                .endSpec()
                .build();
    }

    private static ResourceQuota quota(String hard, String used) {
        return new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName("small")
                .withNamespace("etl")
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .withNewStatus()
                .addToHard("pods", new Quantity(hard))
                .addToUsed("pods", new Quantity(used))
                .endStatus()
                .build();
    }
}
