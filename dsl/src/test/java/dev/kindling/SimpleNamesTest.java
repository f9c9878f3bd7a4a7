package dev.kindling;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** In a shell everything is imported at once: no public name of ours may be taken by what stands beside it. */
class SimpleNamesTest {
    @Test
    void noneIsTakenByTheJdksBaseModule() throws IOException {
        assertThat(ours()).doesNotContainAnyElementsOf(namesOfJavaBase());
    }

    @Test
    void noneIsTakenBySparkSql() throws IOException {
        var taken = namesIn("org/apache/spark/sql/", org.apache.spark.sql.Row.class);
        taken.addAll(namesIn("org/apache/spark/sql/", org.apache.spark.sql.classic.SparkSession.class));
        taken.addAll(namesIn("org/apache/spark/sql/types/", org.apache.spark.sql.types.StructType.class));

        assertThat(taken).contains("Row", "Dataset", "functions", "StructType");
        assertThat(ours()).doesNotContainAnyElementsOf(taken);
    }

    private static Set<String> ours() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.kindling").stream()
                        .filter(type -> !type.getPackageName().contains("internal") && type.isTopLevelClass())
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet());
    }

    /** All packages that java.base exports: JShell imports ten of them on 17, the whole module on 25. */
    private static Set<String> namesOfJavaBase() throws IOException {
        var base = ModuleFinder.ofSystem().find("java.base").orElseThrow().descriptor();
        var image = FileSystems.getFileSystem(URI.create("jrt:/"));
        var names = new TreeSet<String>();
        for (var export : base.exports()) {
            if (export.isQualified()) {
                continue;
            }
            var folder = image.getPath("modules", "java.base", export.source().replace('.', '/'));
            try (var files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".class") && !file.contains("$"))
                        .forEach(file -> names.add(file.replace(".class", "")));
            }
        }
        assertThat(names).contains("String", "Path", "Executors", "HexFormat");
        return names;
    }

    private static Set<String> namesIn(String folder, Class<?> anyOfThatJar) throws IOException {
        URL url = anyOfThatJar.getResource(anyOfThatJar.getSimpleName() + ".class");
        try (var jar = ((JarURLConnection) url.openConnection()).getJarFile()) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(folder) && name.endsWith(".class"))
                    .map(name -> name.substring(folder.length()).replace(".class", ""))
                    .filter(name -> !name.contains("/") && !name.contains("$"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
