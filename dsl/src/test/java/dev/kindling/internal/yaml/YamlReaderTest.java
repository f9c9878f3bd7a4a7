package dev.kindling.internal.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.diagnosis.InvalidManifestException;
import dev.kindling.diagnosis.ManifestProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
    @Test
    void wordsMeanWhatTheyMeanToKubectl() {
        var root = read(
                """
                text: hello
                quoted: "12"
                number: 12
                octal: 0755
                hex: 0x1F
                fraction: 0.25
                version: 4.1.1
                yes: no
                flag: on
                time: 2026-11-23
                nothing: ~
                also:
                list: [a, 1, null]
                """);

        assertThat(root.root())
                .hasToString("{\"text\":\"hello\",\"quoted\":\"12\",\"number\":12,\"octal\":493,\"hex\":31,"
                        + "\"fraction\":0.25,\"version\":\"4.1.1\",\"yes\":false,\"flag\":true,"
                        + "\"time\":\"2026-11-23\",\"list\":[\"a\",1,null]}");
    }

    @Test
    void everyKeyHasItsPlace() {
        var document = read("a:\n  - b: 1\n    spark.x: 2\n");

        assertThat(document.place("a[0][\"spark.x\"]")).hasToString("a[0][\"spark.x\"] (line 3, column 5)");
        assertThat(document.place("a[0].missing.deeper")).hasToString("a[0].missing.deeper (line 2, column 5)");
        assertThat(document.place("b")).hasToString("b (line 1, column 1)");
    }

    @Test
    void anchorsAndMergesAreResolved() throws IOException {
        var root = read("base: &b {x: 1, y: [1]}\nagain: *b\nmore: {<<: *b, x: 2}\nall:\n  <<: [*b, {z: 3}]\n");

        assertThat(root.root())
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                {"base": {"x": 1, "y": [1]}, "again": {"x": 1, "y": [1]}, "more": {"x": 2, "y": [1]},
                 "all": {"x": 1, "y": [1], "z": 3}}
                """));
    }

    @Test
    void documentsAreSeparate() {
        assertThat(YamlReader.documents(YamlText.of("---\na: 1\n---\n---\nb: 2\n...\n")))
                .hasSize(2);
        assertThat(YamlReader.documents(YamlText.of(""))).isEmpty();
        assertThat(YamlReader.documents(YamlText.of("# nothing\n"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: 1\\n\\tb: 2|2|1|no YAML|spaces instead of the tab",
                "a: \"cut|1|8|no YAML|cut off",
                "a:\\n  b: [1, 2|2|11|no YAML|cut off",
                "a: 1\\nexecu|2|6|no YAML|cut off",
                "a: 1\\n b: 2|2|3|no YAML|same indentation",
                "a: 1\\nb: 2\\na: 3|3|1|written twice, first in line 1|it once",
                "a: *b|1|4|an anchor that is not complete|&b",
                "a: &a [*a]|1|8|an anchor that is not complete|&a",
                "? [1]\\n: 2|1|3|a key that is no text|key: value",
                "a: {<<: 1}|1|5|merges what is no mapping|*anchor",
                "a: b\\u0007|1|5|a character that YAML does not allow|without it",
            })
    void whatIsNoYaml(String text, int line, int column, String why, String fix) {
        var problem = refused(text.replace("\\n", "\n").replace("\\t", "\t").replace("\\u0007", "\u0007"));

        assertThat(problem.why()).contains(why);
        assertThat(problem.lineToWrite()).contains(fix);
        assertThat(problem.place().line()).isEqualTo(line);
        assertThat(problem.place().column()).isEqualTo(column);
    }

    @Test
    void anchorsOfAnchorsDoNotFillTheMemory() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 20; i++) {
            bomb.append("a" + i + ": &a" + i + " [")
                    .append(("*a" + (i - 1) + ", ").repeat(10))
                    .append("]\n");
        }

        assertThat(refused(bomb.toString()).why()).contains("more than 200000 values");
    }

    @Test
    void bracketsDoNotFillTheStack() {
        assertThat(refused("a: " + "[".repeat(100_000)).why()).contains("more than 100 levels");
    }

    @Test
    void tenMegabytesAreRefusedAtOnce(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("big.yaml"), "a: " + "x".repeat(10 * 1024 * 1024));

        var refused = Assertions.assertTimeout(
                Duration.ofMillis(500),
                () -> catchThrowableOfType(InvalidManifestException.class, () -> YamlText.read(file)));

        assertThat(refused).hasMessageContaining("big.yaml").hasMessageContaining("more than any API server takes");
    }

    @Test
    void whatCannotBeReadSaysWhy(@TempDir Path folder) throws IOException {
        var binary = Files.write(folder.resolve("x.yaml"), new byte[] {(byte) 0xC3, (byte) 0x28});

        assertThat(catchThrowableOfType(InvalidManifestException.class, () -> YamlText.read(binary)))
                .hasMessageContaining("is not UTF-8");
        assertThat(catchThrowableOfType(InvalidManifestException.class, () -> YamlText.read(folder.resolve("none"))))
                .hasMessageContaining("cannot be read");
    }

    private static YamlDocument read(String text) {
        return YamlReader.documents(YamlText.of(text)).get(0);
    }

    private static ManifestProblem refused(String text) {
        return catchThrowableOfType(InvalidManifestException.class, () -> YamlReader.documents(YamlText.of(text)))
                .problems()
                .get(0);
    }
}
