package dev.kindling.samples.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CensusTest {
    private static final PackageCount SMALL = new PackageCount("a.small", 1, 10, 3);
    private static final PackageCount LARGE = new PackageCount("z.large", 5, 50, 9);
    private static final PackageCount SAME = new PackageCount("b.small", 1, 11, 4);
    private final Census census = Census.of("17+8", List.of(SAME, SMALL, LARGE));

    @Test
    void the_order_does_not_depend_on_who_ended_first() {
        assertThat(census.largest()).containsExactly(LARGE, SMALL, SAME);
        assertThat(census.total()).isEqualTo(new PackageCount("total", 7, 71, 16));
    }

    @Test
    void small_packages_are_summed_up() {
        var many = Census.of("17+8", Collections.nCopies(20, SMALL));
        assertThat(many.largest()).hasSize(15);
        assertThat(many.others()).isEqualTo(new PackageCount("5 others", 5, 50, 15));
        assertThat(many.total().methods()).isEqualTo(60);
    }

    @Test
    void is_found_again_in_a_log() {
        var older = Census.of("17+8", List.of(SMALL));
        var log = "INFO one\n" + older.toLogLine() + "\nINFO tried again\n" + census.toLogLine() + "\nINFO bye\n";
        assertThat(Census.fromLog(log)).contains(census);
        assertThat(Census.fromLog("INFO nothing here")).isEmpty();
    }
}
