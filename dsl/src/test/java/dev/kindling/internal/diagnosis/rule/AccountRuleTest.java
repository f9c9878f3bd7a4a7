package dev.kindling.internal.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.AccountFacts;
import dev.kindling.internal.diagnosis.evidence.DriverPoint;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.Subject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The account that pods run as is deleted while they are there. */
class AccountRuleTest {

    @Test
    void isToldForEachRunThatUsesIt() {
        var evidence = Evidence.of(
                        new Subject("namespace", "etl", ""), Map.of(), List.of(), List.of(), DriverPoint.UNKNOWN)
                .accounts(List.of(
                        new AccountFacts("nightly", "driver", "spark", false),
                        new AccountFacts("nightly", "executor", "default", true),
                        new AccountFacts("hourly", "driver", "spark", false)));

        var findings = Doctor.examine(evidence).findings();

        assertThat(findings).extracting(Finding::run).containsExactly("nightly", "hourly");
        assertThat(findings).allSatisfy(found -> {
            assertThat(found).isInstanceOf(Finding.MissingObject.class);
            assertThat(found.cause()).isEqualTo("service-account-missing");
            assertThat(found.what()).contains("no service account spark in namespace etl");
            assertThat(found.isCertain()).isFalse();
        });
    }
}
