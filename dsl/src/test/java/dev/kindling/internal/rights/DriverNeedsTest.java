package dev.kindling.internal.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.internal.rights.Need.Weight;
import org.junit.jupiter.api.Test;

/** Preflight once stopped every application that ran as the account which Apache's operator installs. */
class DriverNeedsTest {

    /** Its Role has all other verbs; what it may not remove goes with the driver's pod. */
    @Test
    void anAccountThatMayNotRemoveByLabelIsEnough() {
        assertThat(DriverNeeds.of(WorkloadPlan.named("x")))
                .filteredOn(need -> need.weight() == Weight.VITAL)
                .flatExtracting(need -> need.rights().toList())
                .isNotEmpty()
                .extracting(Right::verb)
                .doesNotContain("deletecollection");
    }
}
