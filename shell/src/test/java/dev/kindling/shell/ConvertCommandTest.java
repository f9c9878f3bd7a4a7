package dev.kindling.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.kindling.shell.command.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ConvertCommandTest {
    private final CommandLineRun line = new CommandLineRun(new FakeCluster()::open);

    /** Each value of the file is found again, or its field was named as one without a counterpart. */
    @Test
    void a_file_of_forty_fields_to_apache_and_back_loses_only_what_is_named() throws IOException {
        var file = text("forty-fields.yaml");
        var apache = converted(file, "apache");
        var named = line.err();
        var back = converted(apache, "kubeflow");
        assertThat(line.err()).isEqualTo("nothing lost\n");

        var missing = values(file).stream()
                .filter(value -> !Pattern.compile("(?<!\\w)" + Pattern.quote(value) + "(?!\\w)")
                        .matcher(back)
                        .find())
                .toList();
        assertThat(values(file)).hasSizeGreaterThan(70);
        assertThat(missing).isNotEmpty().allMatch(value -> named.contains("\"" + value + "\":"));
        assertThat(named.lines().filter(each -> each.startsWith("lost: ")).map(each -> each.split(" ")[1]))
                .as("and these, one of which is only said less of")
                .hasSize(missing.size() + 1)
                .contains("spec.sparkConfigMap", "spec.batchScheduler");
        assertThat(tree(converted(back, "apache"))).isEqualTo(tree(apache));
    }

    private String converted(String text, String operator) {
        assertThat(line.input(text).execute("convert", "-", "--to", operator)).isEqualTo(ExitCode.OK);
        var converted = line.out();
        var said = line.err();
        assertThat(line.input(converted).execute("validate", "-"))
                .as(line.out())
                .isEqualTo(ExitCode.OK);
        line.input(text).execute("convert", "-", "--to", operator);
        assertThat(line.err()).isEqualTo(said);
        return converted;
    }

    private static String text(String file) throws IOException {
        try (var in = ConvertCommandTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> values(String yaml) throws IOException {
        return values(tree(yaml).path("spec")).toList();
    }

    private static JsonNode tree(String yaml) throws IOException {
        return new YAMLMapper().readTree(yaml);
    }

    private static Stream<String> values(JsonNode node) {
        return node.isContainerNode()
                ? StreamSupport.stream(node.spliterator(), false).flatMap(ConvertCommandTest::values)
                : Stream.of(node.asText());
    }
}
