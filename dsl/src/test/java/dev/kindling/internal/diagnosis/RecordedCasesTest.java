package dev.kindling.internal.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found in evidence that real runs have left, and that docs/diagnosis.md says the same. */
class RecordedCasesTest {

    private static final Path DOCUMENT = Path.of("../docs/diagnosis.md");
    private static final String BEGIN = "<!-- cases: begin -->\n";
    private static final String END = "<!-- cases: end -->";

    private static JsonSchema schema;

    @BeforeAll
    static void readSchema() throws IOException {
        try (InputStream file = Diagnosis.class.getResourceAsStream("diagnosis.schema.json")) {
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(file);
        }
    }

    static List<RecordedCase> cases() {
        return RecordedCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theRightCauseComesFirst(RecordedCase recorded) {
        assertThat(recorded.found()).as("%s", recorded.diagnosis()).isEqualTo(recorded.expected());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyFindingHasEvidenceAndTheLineToWrite(RecordedCase recorded) {
        assertThat(recorded.diagnosis().findings()).allSatisfy(finding -> {
            assertThat(finding.evidence()).isNotEmpty();
            assertThat(finding.why()).isNotBlank();
            assertThat(finding.change().code()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theJsonFitsItsSchema(RecordedCase recorded) throws IOException {
        var json = new ObjectMapper().readTree(recorded.diagnosis().toJson());

        assertThat(schema.validate(json)).isEmpty();
    }

    @Test
    void everyRecordedBundleIsACase() throws IOException {
        assertThat(cases().stream().map(RecordedCase::bundle))
                .containsExactlyInAnyOrderElementsOf(RecordedCase.bundles());
    }

    /** With {@code -Dkindling.docs=write} the table is written anew. */
    @Test
    void theDocumentSaysTheSame() throws IOException {
        var text = Files.readString(DOCUMENT);
        var written = text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END));
        if ("write".equals(System.getProperty("kindling.docs"))) {
            Files.writeString(DOCUMENT, text.replace(BEGIN + written + END, BEGIN + table() + END));
        } else {
            assertThat(written).isEqualTo(table());
        }
    }

    private static String table() {
        return cases().stream()
                .map(each -> "| " + each.made() + " | " + each.expected() + " | " + each.found() + " | "
                        + each.others().stream().map(RecordedCasesTest::name).collect(Collectors.joining(", "))
                        + " | `" + each.bundle() + "` |\n")
                .collect(Collectors.joining(
                        "",
                        "| real run | expected first | found first | found besides | evidence |\n|---|---|---|---|---|\n",
                        ""));
    }

    private static String name(Finding finding) {
        return finding.cause() + (finding.isCertain() ? "" : " (probable)");
    }
}
