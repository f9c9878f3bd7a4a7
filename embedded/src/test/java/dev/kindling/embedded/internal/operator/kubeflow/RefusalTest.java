package dev.kindling.embedded.internal.operator.kubeflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

    @Test
    void anOrdinaryApplicationIsRun() {
        assertThat(Refusal.of(Applications.nightly("restartPolicy: {type: Never}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mode: client                     | spec.mode: client",
                "type: R                          | spec.type: R",
                "mainClass: ''                    | spec.mainClass is missing",
                "mainApplicationFile: ''          | spec.mainApplicationFile is missing",
            })
    void whatCannotBeRunIsNamed(String field, String message) {
        assertThat(Refusal.of(Applications.nightly(field)).orElseThrow()).contains(message);
    }
}
