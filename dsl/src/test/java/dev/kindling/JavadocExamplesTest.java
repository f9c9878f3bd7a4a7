package dev.kindling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every public type has an example in its javadoc, and it compiles. */
class JavadocExamplesTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/kindling");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)<pre>\\{@code\\n(.*?)\\n \\* \\}</pre>");
    private static final String IMPORTS = Stream.of("", ".value", ".image", ".storage", ".target", ".run", ".diagnosis")
            .map(folder -> "import dev.kindling" + folder + ".*; ")
            .reduce("import java.time.*; import java.nio.file.*; import java.util.*; ", String::concat);

    @TempDir
    Path classes;

    static List<Path> publicTypes() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("internal"))
                    .filter(JavadocExamplesTest::isPublic)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyPublicTypeHasOneThatCompiles() throws IOException {
        var examples = new ArrayList<Source>();
        for (var source : publicTypes()) {
            var example = EXAMPLE.matcher(Files.readString(source));
            assertThat(example.find()).as("%s has an example", source).isTrue();
            examples.add(example(source, example.group(1).replaceAll("(?m)^ \\* ?", "")));
        }

        assertThat(errors(examples)).isEmpty();
    }

    /** An example is statements, or a method of its own; both may speak of a {@code session} that runs. */
    private static Source example(Path source, String example) {
        var name = source.getFileName().toString().replace(".java", "Example");
        var body = example.startsWith("static ")
                ? example
                : "static void example() throws Exception {\n" + example + "\n}";
        return new Source(name, IMPORTS + "class " + name + " {\nstatic RunningSession session;\n" + body + "\n}");
    }

    /** Of all at once: reading the class path takes longer than compiling. */
    private List<String> errors(List<Source> examples) {
        var found = new DiagnosticCollector<JavaFileObject>();
        var options = List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
        ToolProvider.getSystemJavaCompiler()
                .getTask(new StringWriter(), null, found, options, null, examples)
                .call();
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }

    private static boolean isPublic(Path source) {
        try {
            return Pattern.compile("(?m)^public ")
                    .matcher(Files.readString(source))
                    .find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
