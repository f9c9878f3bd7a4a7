package dev.kindling.internal.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.image.SparkImage;
import dev.kindling.internal.operator.Dialect;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import dev.kindling.target.ApacheOptions;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What makes two submissions the same. */
class DraftTest {

    @Test
    void aKeyNamesTheRunWheneverItIsSubmitted() {
        var first = draft(plan("nightly", "key"));
        var second = draft(plan("nightly", "key"));

        assertThat(first.name()).matches("nightly-[0-9a-f]{10}").isEqualTo(second.name());
        assertThat(first.specHash()).isEqualTo(second.specHash());
        assertThat(first.submission()).isNotEqualTo(second.submission());
        assertThat(first.rpcSecret()).isNotEqualTo(second.rpcSecret());
        assertThat(draft(plan("nightly", "other")).name()).isNotEqualTo(first.name());
    }

    @Test
    void anotherSpecHasAnotherHash() {
        var plan = plan("nightly", "key");
        var other = plan.program(plan.program().mainClass("x.Other"));

        assertThat(draft(other).name()).isEqualTo(draft(plan).name());
        assertThat(draft(other).specHash()).isNotEqualTo(draft(plan).specHash());
    }

    @Test
    void theSameUnderAnotherNameIsOfTheSameShape() {
        assertThat(draft(plan("nightly", "a")).shapeHash())
                .isEqualTo(draft(plan("hourly", "b")).shapeHash());
    }

    @Test
    void aLongNameLeavesRoomForItsKey() {
        var name = "a".repeat(40);

        assertThat(draft(plan(name, "key")).name()).hasSize(40 + 1 + 10);
    }

    @Test
    void theSecretIsReferredToAndNeverWritten() {
        var draft = draft(plan("nightly", "key"));

        assertThat(String.valueOf(draft.resource().getAdditionalProperties()))
                .contains(draft.rpcSecret().orElseThrow());
        assertThat(Annotations.of(draft.resource(), Annotations.RPC_SECRET)).isEqualTo(draft.rpcSecret());
    }

    /** Whoever may list Secrets could try keys against a hash. */
    @Test
    void theSecretOfAStoresKeysHasARandomNameThatDoesNotMakeAnotherSpec() {
        var first = withKeys("hunter2");
        var second = withKeys("hunter2");

        assertThat(Annotations.of(first.resource(), Annotations.S3_SECRET))
                .hasValueSatisfying(name -> assertThat(name).matches("nightly-s3-[0-9a-f]{8}"))
                .isNotEqualTo(Annotations.of(second.resource(), Annotations.S3_SECRET));
        assertThat(first.specHash()).isEqualTo(second.specHash());
        assertThat(Annotations.of(first.resource(), Annotations.SPEC_HASH)).hasValue(first.specHash());
        assertThat(first.storeKeys()).containsEntry("secret-key", "hunter2");
    }

    private static Draft withKeys(String secretKey) {
        var plan = plan("nightly", "key");
        var lake = S3.minio("http://minio:9000").credentials(S3Credentials.keys("an-id", secretKey));
        return StoreKeys.draft(plan.workload(plan.workload().s3(lake)), DraftTest::draft);
    }

    @Test
    void whatIsAskedOfTheOperatorIsInTheResource() {
        var patient = Operator.apache(ApacheOptions.defaults().retainFor(Duration.ofMinutes(7)));

        var draft = Draft.of(plan("nightly", "key"), patient, KubernetesCluster.current());

        assertThat(draft.resource().getApiVersion()).isEqualTo("spark.apache.org/v1");
        assertThat(String.valueOf(draft.resource().getAdditionalProperties()))
                .contains("resourceRetainDurationMillis=420000");
        assertThat(Dialect.of(patient)).isEqualTo(Dialect.of(Operator.apache()));
    }

    private static Draft draft(ApplicationPlan plan) {
        return Draft.of(plan, Operator.kubeflow(), KubernetesCluster.current());
    }

    private static ApplicationPlan plan(String name, String key) {
        var plan = ApplicationPlan.named(name);
        return plan.workload(plan.workload().image(SparkImage.parse("registry.local/etl:7")))
                .program(plan.program().mainClass("x.Nightly").mainFile("local:///app/etl.jar"))
                .lifecycle(plan.lifecycle().idempotencyKey(key));
    }
}
