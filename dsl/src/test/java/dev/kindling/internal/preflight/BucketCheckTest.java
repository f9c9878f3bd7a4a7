package dev.kindling.internal.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.storage.EventLog;
import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which buckets are asked for, and what is concluded from what their store says. */
class BucketCheckTest {

    private static final S3 STORE = S3.minio("http://localhost:9000");
    private static final WorkloadPlan PLAN = WorkloadPlan.named("words").s3(STORE.bucket("lake", STORE));

    @Test
    void theBucketsThatTheSpecNamesAreAskedOnce() {
        var plan = PLAN.eventLog(EventLog.at("s3a://history/"))
                .jar("s3a://jars/a.jar")
                .file("s3a://lake/b.csv")
                .file("file:///tmp/c.csv")
                .conf("spark.sql.warehouse.dir", "s3a://warehouse/all")
                .conf("spark.sql.streaming.checkpointLocation", "s3a://me:hunter2@lake/all");

        assertThat(BucketCheck.all(plan, (store, bucket) -> seen()))
                .extracting(Check::name)
                .containsExactly("bucket lake", "bucket history", "bucket jars", "bucket warehouse");
    }

    @Test
    void withoutABucketOrWithSettingsBesidesNothingIsAsked() {
        assertThat(BucketCheck.all(WorkloadPlan.named("words"), (store, bucket) -> seen()))
                .isEmpty();
        assertThat(only(WorkloadPlan.named("words").s3(STORE)).notKnown())
                .singleElement()
                .asString()
                .contains("names no bucket");
        assertThat(only(PLAN.conf("spark.hadoop.fs.s3a.endpoint", "http://elsewhere"))
                        .notKnown())
                .singleElement()
                .asString()
                .contains("besides .s3(..)");
    }

    @Test
    void aRefusedKeyIsCertainAndWhatMayStillWorkIsNot() {
        assertThat(only(PLAN).checked()).containsExactly("bucket lake");
        assertThat(only(PLAN, unavailable("s3-wrong-key")).findings())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.account().isCertain()).isTrue();
                    assertThat(found.account().what()).isEqualTo("bucket lake: refused");
                });
        for (var cause : List.of("s3-denied", "s3-unreachable")) {
            assertThat(only(PLAN, unavailable(cause)).findings())
                    .singleElement()
                    .matches(found -> !found.account().isCertain());
        }
    }

    @Test
    void withoutAConnectorInThisJvmNothingIsKnown() {
        var missing = new Finding.CodeMissing(
                Account.certain("class-missing", "no connector").write("kindling-s3", ""));

        assertThat(only(PLAN, missing)).satisfies(answer -> {
            assertThat(answer.findings()).isEmpty();
            assertThat(answer.notKnown()).containsExactly("bucket lake: no connector; to do: kindling-s3");
        });
    }

    @Test
    void theBucketsOfAnApplicationsProgramAreAskedToo() {
        var program = ApplicationPlan.named("nightly")
                .program(ApplicationPlan.named("nightly")
                        .program()
                        .mainFile("s3a://jars/etl.jar")
                        .pyFile("s3a://jars/more.py")
                        .arguments(List.of("--in", "s3a://lake/in", "--out=s3a://results/out")));

        assertThat(BucketCheck.ofApplication(program.workload(PLAN), (store, bucket) -> seen()))
                .extracting(Check::name)
                .containsExactly("bucket lake", "bucket jars", "bucket results");
        assertThat(BucketCheck.ofApplication(program, (store, bucket) -> seen()))
                .isEmpty();
    }

    @Test
    void whatPodsMayReachOrHaveKeysForIsNotKnown() {
        var keys = STORE.credentials(S3Credentials.keys("some", "thing"));
        for (var cause : List.of("s3-unreachable", "host-unknown", "tls-untrusted", "s3-failed", "s3-clock-skew")) {
            assertThat(ofApplication(keys, unavailable(cause))).satisfies(answer -> {
                assertThat(answer.findings()).isEmpty();
                assertThat(answer.notKnown()).singleElement().asString().contains("bucket lake", "checkFromPods");
            });
        }
        for (var others : List.of(
                STORE.credentials(S3Credentials.secret("keys", "id", "secret")),
                STORE.credentials(S3Credentials.environment()),
                keys.credentialsFromHere(S3Credentials.profile("mine")))) {
            assertThat(ofApplication(others, unavailable("s3-wrong-key")).notKnown())
                    .singleElement()
                    .asString()
                    .contains("the pods' own");
        }
    }

    @Test
    void whatTheStoreItselfSaysOfAnApplicationsKeysIsAWarning() {
        var keys = STORE.credentials(S3Credentials.keys("some", "thing"));

        assertThat(ofApplication(keys).checked()).containsExactly("bucket lake");
        for (var cause : List.of("s3-wrong-key", "s3-no-bucket")) {
            assertThat(ofApplication(keys, unavailable(cause)).findings())
                    .singleElement()
                    .matches(found -> !found.account().isCertain());
        }
    }

    private static Answer ofApplication(S3 store, Finding... findings) {
        var plan = ApplicationPlan.named("nightly")
                .workload(WorkloadPlan.named("nightly").s3(store.bucket("lake", store)));
        return BucketCheck.ofApplication(plan, (any, bucket) -> seen(findings))
                .get(0)
                .ask();
    }

    private static Answer only(WorkloadPlan plan, Finding... findings) {
        var checks = BucketCheck.all(plan, (store, bucket) -> seen(findings));
        assertThat(checks).hasSize(1);
        return checks.get(0).ask();
    }

    private static Diagnosis seen(Finding... findings) {
        return new Diagnosis("bucket", Instant.EPOCH, List.of(findings), List.of(), "");
    }

    private static Finding unavailable(String cause) {
        return new Finding.StorageUnavailable(Account.certain(cause, "refused"));
    }
}
