package dev.kindling.internal.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.Bundle;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.OperatorFacts;
import dev.kindling.internal.diagnosis.evidence.OperatorFacts.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of an application that nobody has looked at, by what could be seen of its operator. */
class OperatorRuleTest {

    private static final Clue TOLD = new Clue("Deployment operators/spark", "--namespaces", "[default, etl]", null);

    @Test
    void withoutALookAtTheOperatorBothAreOpen() throws IOException {
        var found = first(recorded());

        assertThat(found.cause()).isEqualTo("operator-not-watching");
        assertThat(found.why()).contains("can't be seen from here");
        assertThat(found.isCertain()).isFalse();
    }

    @Test
    void oneThatIsNotThere() throws IOException {
        var found = first(seen());

        assertThat(found.cause()).isEqualTo("operator-absent");
        assertThat(found.what()).contains("Kubeflow Spark operator");
        assertThat(found.change().code()).contains("Operator.none()");
        assertThat(found.evidence()).extracting(Clue::said).contains("none").anyMatch(said -> said.contains("empty"));
        assertThat(found.isCertain())
                .as("it may have been installed by other means")
                .isFalse();
    }

    @Test
    void oneThatDoesNotRun() throws IOException {
        var found = first(seen(new Deployment("operators/spark", false, List.of(), null)));

        assertThat(found.cause()).isEqualTo("operator-down");
        assertThat(found.waitingHelps()).isTrue();
    }

    @Test
    void oneThatWatchesOtherNamespaces() throws IOException {
        var found = first(seen(new Deployment("operators/spark", true, List.of("default", "etl"), TOLD)));

        assertThat(found.cause()).isEqualTo("operator-not-watching");
        assertThat(found.evidence()).contains(TOLD);
        assertThat(found.why()).contains("other namespaces only");
    }

    @Test
    void oneThatRunsAndWatchesIsNotBlamed() throws IOException {
        var here = new Deployment("operators/spark", true, List.of("doctor-rec"), TOLD);
        var everywhere = new Deployment("operators/spark", true, List.of(), null);

        assertThat(first(seen(here)).cause()).isEqualTo("not-picked-up");
        assertThat(first(seen(everywhere)).why()).startsWith("not known");
    }

    @Test
    void oneOfSeveralThatWatchesIsEnough() throws IOException {
        var other = new Deployment("operators/spark", true, List.of("etl"), TOLD);
        var here = new Deployment("more/spark", true, List.of("doctor-rec"), TOLD);

        assertThat(first(seen(other, here)).cause()).isEqualTo("not-picked-up");
    }

    private static Evidence seen(Deployment... deployments) throws IOException {
        return recorded()
                .operators(List.of(new OperatorFacts(
                        "Kubeflow Spark operator", "app.kubernetes.io/name=spark-operator", List.of(deployments))));
    }

    private static Finding first(Evidence evidence) {
        return Doctor.examine(evidence).first().orElseThrow();
    }

    private static Evidence recorded() throws IOException {
        var file = Path.of("src/test/resources/evidence/operator-not-watching.json");
        return Bundle.read(file.toString(), Files.readString(file));
    }
}
