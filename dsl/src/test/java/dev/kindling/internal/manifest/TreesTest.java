package dev.kindling.internal.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.internal.schema.SampleFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreesTest {
    /** A resource, what Kindling made of its plan before and makes of it now, and the resource that comes out. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{a: 1, own: 2} | {a: 1} | {a: 1} | {a: 1, own: 2}",
                "{a: 1, own: 2} | {a: 1} | {a: 3} | {a: 3, own: 2}",
                "{a: 1, own: 2} | {a: 1} | {}     | {own: 2}",
                "{own: 2}       | {a: 1} | {a: 1} | {own: 2}",
                "{own: 2}       | {a: {x: 1, y: 1}} | {a: {x: 1, y: 2}} | {own: 2, a: {y: 2}}",
                "{a: [1, 9]}    | {a: [1]} | {a: [1, 2]} | {a: [1, 9, 2]}",
                "{a: [1, 9]}    | {a: [1]} | {a: []} | {a: [9]}",
                "{a: [1, 2]}    | {a: [1, 2]} | {a: [3]} | {a: [3]}",
                "{a: [{name: x, own: 1}]} | {a: [{name: x}]} | {a: [{name: x, b: 1}, {name: y}]} "
                        + "| {a: [{name: x, own: 1, b: 1}, {name: y}]}",
                "{own: 1} | {a: [{name: x, b: 1}]} | {a: [{name: x, b: 1, c: 1}]} | {own: 1, a: [{name: x, c: 1}]}",
                "{a: 1} | {a: 1} | {a: [1]} | {a: [1]}",
            })
    void whatKindlingDoesNotSayStays(String resource, String before, String after, String result) {
        assertThat(Trees.changed(tree(resource), tree(before), tree(after))).isEqualTo(tree(result));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{a: 1, b: 1} | {b: 2, c: 3} | {a: 1, b: 2, c: 3}",
                "{a: [{name: x, b: 1}]} | {a: [{name: x, c: 1}, {name: y}]} | {a: [{name: x, b: 1, c: 1}, {name: y}]}",
            })
    void theLaterOneWins(String earlier, String later, String result) {
        assertThat(Trees.union(tree(earlier), tree(later))).isEqualTo(tree(result));
    }

    private static JsonNode tree(String yaml) {
        return SampleFiles.document(yaml).root();
    }
}
