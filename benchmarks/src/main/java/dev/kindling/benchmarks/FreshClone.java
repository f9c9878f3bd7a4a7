package dev.kindling.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.SparkBuildInfo;

/** The sources as they are here, elsewhere and unbuilt, with a Maven repository of their own that is empty. */
final class FreshClone implements AutoCloseable {

    private static final Set<String> NO_SOURCES = Set.of(".git", ".kindling-build.lock");
    private static final long LIMIT_MIN = 20;

    private final Path folder;
    private final Path sources;
    private final Path repository;

    private FreshClone(Path folder) throws IOException {
        this.folder = folder;
        this.sources = Files.createDirectory(folder.resolve("sources"));
        this.repository = Files.createDirectory(folder.resolve("repository"));
    }

    /** Of the folder in which benchmarks are run: the project's. */
    static FreshClone make() throws IOException {
        FreshClone clone = new FreshClone(Files.createTempDirectory("kindling-benchmark-"));
        Path root = Path.of("").toAbsolutePath();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                if (NO_SOURCES.contains(dir.getFileName().toString()) || isBuilt(dir)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(clone.sources.resolve(root.relativize(dir)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, clone.sources.resolve(root.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
        return clone;
    }

    /** A package is called so, too. */
    private static boolean isBuilt(Path dir) {
        return dir.endsWith("target") && Files.exists(dir.resolveSibling("pom.xml"));
    }

    /** By the shortest first command: what others do besides is no download. */
    void build() throws IOException, InterruptedException {
        run("./kindling", "--version");
    }

    /** All files of the repository. */
    List<Path> downloaded() throws IOException {
        try (Stream<Path> files = Files.walk(repository)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** The jars that are on the class path for kindling-s3 alone, as its list names them. */
    List<Path> connector() throws IOException {
        Set<String> names = new HashSet<>();
        for (String line : Files.readAllLines(sources.resolve("s3/target/classes/META-INF/kindling/image-jars.txt"))) {
            String[] parts = line.strip().split(":");
            if (parts.length > 3) {
                names.add(parts[1] + "-" + parts[3] + ".jar");
            }
        }
        List<Path> found = classPath(sources.resolve("samples/target/launcher/dependencies")).stream()
                .filter(jar -> names.contains(jar.getFileName().toString()))
                .toList();
        if (found.size() != names.size()) {
            throw new IllegalStateException(found.size() + " of these jars are on the class path: " + names);
        }
        return found;
    }

    /** What a project that names nothing but Spark has on its class path; resolved after what is measured. */
    List<Path> sparkAlone() throws IOException, InterruptedException {
        Path project = Files.createDirectory(folder.resolve("spark"));
        Path jars = project.resolve("jars");
        Files.writeString(
                project.resolve("pom.xml"),
                """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>benchmark</groupId>
                  <artifactId>spark</artifactId>
                  <version>1</version>
                  <dependencies>
                    <dependency>
                      <groupId>org.apache.spark</groupId>
                      <artifactId>spark-sql_2.13</artifactId>
                      <version>VERSION</version>
                    </dependency>
                    <dependency>
                      <groupId>org.apache.spark</groupId>
                      <artifactId>spark-kubernetes_2.13</artifactId>
                      <version>VERSION</version>
                    </dependency>
                  </dependencies>
                </project>
                """
                        .replace("VERSION", SparkBuildInfo.spark_version()));
        run("./mvnw", "-B", "-f", project.toString(), "dependency:build-classpath", "-Dmdep.outputFile=" + jars);
        return classPath(jars);
    }

    private static List<Path> classPath(Path file) throws IOException {
        return Stream.of(Files.readString(file).strip().split(":"))
                .map(Path::of)
                .toList();
    }

    private void run(String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        var builder = new ProcessBuilder(command)
                .directory(sources.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(output.toFile()));
        builder.environment().put("MAVEN_ARGS", "-Dmaven.repo.local=" + repository);
        Process process = builder.start();
        boolean ended = process.waitFor(LIMIT_MIN, TimeUnit.MINUTES);
        process.destroy();
        if (!ended || process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command)
                    + (ended ? " ended with " + process.exitValue() : " took more than " + LIMIT_MIN + " minutes")
                    + "\n"
                    + Files.readString(output, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
