package dev.kindling.internal.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.Subject;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import dev.kindling.value.PodPlan;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A preflight repeats what servers say, which may repeat what they were sent. */
class SpecSecretsTest {

    private static final S3 STORE =
            S3.minio("http://minio:9000").credentials(S3Credentials.keys("minio", "Zq7/store+key="));

    private static final WorkloadPlan PLAN = WorkloadPlan.named("words")
            .s3(STORE.bucket("lake", STORE.credentials(S3Credentials.keys("LAKEREADER", "lake-key"))))
            .conf("spark.hadoop.fs.s3a.secret.key", "conf-key")
            .conf("spark.hadoop.javax.jdo.option.ConnectionPassword", "hunter2")
            .conf("spark.acme.token", "t0ken")
            .conf("spark.acme.tokens.enabled", "true")
            .pods(PodPlan.none().env("DB_PASSWORD", "db-word").env("TZ", "UTC"));

    private static final String REPEATED =
            "Zq7/store+key=, lake-key, LAKEREADER, conf-key, \"hunter2\", t0ken and db-word";

    private static final List<String> SECRETS =
            List.of("Zq7/store", "lake-key", "LAKEREADER", "conf-key", "hunter2", "t0ken", "db-word");

    private final SpecSecrets secrets = SpecSecrets.of(PLAN);

    @Test
    void areHiddenAndNothingElse() {
        assertThat(secrets.hiddenIn(REPEATED)).isEqualTo("***, ***, ***, ***, \"***\", *** and ***");
        assertThat(secrets.hiddenIn("http://minio:9000 in UTC: true")).isEqualTo("http://minio:9000 in UTC: true");
        assertThat(SpecSecrets.of(WorkloadPlan.named("words")).hiddenIn(REPEATED))
                .isEqualTo(REPEATED);
    }

    @Test
    void whatADryRunIsAnsweredHoldsNone() {
        var check = new DryRunCheck(new Subject("session", "etl", "words"), "the executor's pod", secrets, true)
                .of(() -> {
                    throw new KubernetesClientException("Invalid value: " + REPEATED, 422, null);
                });

        assertThat(told(check)).contains("Invalid value: ***").doesNotContain(SECRETS);
    }

    @Test
    void noPartOfAFindingHoldsAny() {
        var account = Account.probable("refused", "what " + REPEATED)
                .seen(new Clue(REPEATED, REPEATED, REPEATED + " authorization: bearer abcdef", null))
                .why("why " + REPEATED)
                .write("code " + REPEATED, "key " + REPEATED);
        var answer = Answer.found(REPEATED, List.of(new Answer.Problem(Finding.Rejected::new, account)))
                .and(Answer.notKnown(REPEATED + " of https://me:pass@store/x.jar"));

        assertThat(told(new Check(REPEATED, () -> answer)))
                .contains("what ***", "why ***", "code ***", "key ***", "//***@store")
                .doesNotContain(SECRETS)
                .doesNotContain("abcdef", "me:pass");
    }

    private String told(Check check) {
        var hidden = secrets.hiddenIn(List.of(check)).get(0);
        var answer = hidden.ask();
        return hidden.name()
                + answer
                + answer.findings().stream().map(each -> each.of("words")).toList();
    }
}
