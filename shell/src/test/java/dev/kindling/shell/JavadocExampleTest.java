package dev.kindling.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation of the embedded console shows compiles as it stands. */
class JavadocExampleTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?s)<pre>\\{@code\\n(.*?)\\n \\* \\}</pre>");

    @TempDir
    Path classes;

    @Test
    void the_example_of_the_console_in_a_program_compiles() throws Exception {
        var source = Files.readString(Path.of("src/main/java/dev/kindling/shell/SparkConsole.java"));
        var example = EXAMPLE.matcher(source);
        assertThat(example.find()).isTrue();
        var text =
                """
                import dev.kindling.*; import dev.kindling.run.*; import dev.kindling.shell.*; import dev.kindling.target.*;
                import java.util.*;
                class Example { static void example() { %s } }
                """
                        .formatted(example.group(1).replaceAll("(?m)^ \\* ?", ""));
        var found = new DiagnosticCollector<JavaFileObject>();
        var options = List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
        ToolProvider.getSystemJavaCompiler()
                .getTask(new StringWriter(), null, found, options, null, List.of(new Source(text)))
                .call();
        assertThat(found.getDiagnostics()).isEmpty();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Example.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
