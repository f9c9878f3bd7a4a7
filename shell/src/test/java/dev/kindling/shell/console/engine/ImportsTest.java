package dev.kindling.shell.console.engine;

import static javax.tools.StandardLocation.CLASS_PATH;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject.Kind;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Simple names that two of the console's imports give; each needs a single import that says which is meant. */
class ImportsTest {
    @Test
    void names_that_clash_are_decided() throws IOException {
        assertThat(clashes()).isEqualTo(Set.of("DoubleFunction", "Function", "Optional"));
    }

    @Test
    void all_packages_of_the_dsl_are_imported() throws IOException {
        try (var files = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            var packages = new TreeSet<String>();
            for (var each : files.list(CLASS_PATH, "dev.kindling", Set.of(Kind.CLASS), true)) {
                var name = files.inferBinaryName(CLASS_PATH, each);
                packages.add(name.substring(0, name.lastIndexOf('.')) + ".*");
            }
            packages.removeIf(each -> each.matches("dev[.]kindling[.](shell|s3proxy|.*internal)[.].*"));

            assertThat(packages).contains("dev.kindling.storage.*");
            assertThat(Startup.imports()).containsAll(packages);
        }
    }

    /** One compiler for all packages: each new one would index the whole class path again. */
    private static Set<String> clashes() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(null, files, null, null, List.of("java.lang.Object"), null);
            task.analyze();
            return Startup.imports().stream()
                    .filter(each -> each.endsWith(".*") && !each.startsWith("static "))
                    .map(each -> each.substring(0, each.length() - 2))
                    .flatMap(each -> publicTypes(task.getElements(), each))
                    .filter(name -> !name.startsWith("package")) // Scala's, which no Java code can write
                    .collect(Collectors.groupingBy(name -> name, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .filter(each -> each.getValue() > 1)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> publicTypes(Elements elements, String name) {
        return elements.getAllPackageElements(name).stream()
                .flatMap(each -> each.getEnclosedElements().stream())
                .filter(each -> each.getModifiers().contains(Modifier.PUBLIC))
                .map(each -> each.getSimpleName().toString())
                .distinct();
    }
}
