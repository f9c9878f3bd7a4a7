package dev.kindling.embedded.internal.select;

import static dev.kindling.embedded.internal.store.Objects.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSelectorTest {
    private static final JsonNode POD =
            json("{'metadata':{'labels':{'spark-role':'executor','spark-exec-id':'2','x.io/a':''}}}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|true",
                "spark-role=executor|true",
                "spark-role == executor|true",
                "spark-role=driver|false",
                "spark-exec-id in (1,2)|true",
                "spark-exec-id in (1, 3)|false",
                "spark-role=executor,spark-exec-id in (1,2),x.io/a|true",
                "spark-exec-id notin (2)|false",
                "missing notin (2)|true",
                "spark-exec-inactive!=true|true",
                "spark-role|true",
                "missing|false",
                "!missing|true",
                "x.io/a=|true",
            })
    void selects(String selector, boolean expected) {
        assertThat(LabelSelector.parse(selector).test(POD)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a in b", "a in (b", "=b", "a=b=c", "a,,b", "a in (b) c"})
    void refusesWhatItDoesNotUnderstand(String selector) {
        assertThatThrownBy(() -> LabelSelector.parse(selector)).hasMessageContaining("unable to parse requirement");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status.phase=Running|true",
                "status.phase!=Running|false",
                "metadata.name=a,status.phase=Running|true",
                "spec.nodeName=|true",
                "metadata.name=b|false",
            })
    void fieldsAreSelectedByAnyPath(String selector, boolean expected) {
        JsonNode pod = json("{'metadata':{'name':'a'},'status':{'phase':'Running'}}");
        assertThat(FieldSelector.parse(selector).test(pod)).isEqualTo(expected);
    }
}
