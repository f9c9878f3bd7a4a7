package dev.kindling.shell.console.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Simple names that two of the console's imports give; each needs a single import that says which is meant. */
class ImportsTest {
    @Test
    void names_that_clash_are_decided() throws IOException {
        assertThat(clashes()).isEqualTo(Set.of("DoubleFunction", "Function", "Optional"));
    }

    private static Set<String> clashes() throws IOException {
        Map<String, List<String>> packages = new TreeMap<>();
        for (var each : Startup.imports()) {
            if (each.endsWith(".*") && !each.startsWith("static ")) {
                var name = each.substring(0, each.length() - 2);
                publicTypes(name).forEach(type -> packages.computeIfAbsent(type, key -> new ArrayList<>())
                        .add(name));
            }
        }
        var clashing = new TreeSet<String>();
        packages.forEach((type, from) -> {
            var ofScala = type.startsWith("package"); // no name that Java code can write
            if (from.size() > 1 && !ofScala) {
                clashing.add(type);
            }
        });
        return clashing;
    }

    private static Set<String> publicTypes(String name) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new TreeSet<String>();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(null, files, null, null, List.of("java.lang.Object"), null);
            task.analyze();
            for (var members : task.getElements().getAllPackageElements(name)) {
                members.getEnclosedElements().stream()
                        .filter(each -> each.getModifiers().contains(Modifier.PUBLIC))
                        .forEach(each -> found.add(each.getSimpleName().toString()));
            }
        }
        return found;
    }
}
