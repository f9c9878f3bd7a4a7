package dev.kindling.embedded.internal.kubelet.image;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.apache.spark.launcher.JavaModuleOptions;

/** A short Spark job in a JVM of its own that writes down, when it ends, the classes it had loaded. */
final class ArchiveTraining {

    /** Raised when the training loads other classes, so that older archives are left behind. */
    static final String VERSION = "1";

    private static final long LIMIT_SECONDS = 120;

    private ArchiveTraining() {}

    /** Blocks until the archive is written. */
    static void run(List<Path> jars, Path archive) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("kindling-training");
        Path log = folder.resolve("log");
        try {
            Process training = new ProcessBuilder(command(jars, archive, job(folder)))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = training.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (!ended || training.exitValue() != 0 || !Files.exists(archive)) {
                training.destroyForcibly();
                throw new IOException(
                        "the training run " + (ended ? "failed: " + lastLine(log) : "took over 2 minutes"));
            }
        } finally {
            dev.kindling.embedded.internal.kubelet.process.FileTrees.delete(folder);
        }
    }

    private static List<String> command(List<Path> jars, Path archive, Path job) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        command.add("-XX:ArchiveClassesAtExit=" + archive);
        // The training may be slow but must be short: no time for the optimising compiler.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx512m", "-cp", classPath(jars)));
        command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", "local[2]"));
        command.addAll(List.of("--conf", "spark.ui.enabled=false", "--conf", "spark.driver.host=127.0.0.1"));
        command.addAll(List.of("--conf", "spark.driver.bindAddress=127.0.0.1"));
        command.addAll(List.of("--class", TrainingJob.class.getName(), job.toString()));
        return command;
    }

    /** The job as a jar that Spark loads: on the class path proper it would be part of what later JVMs must have. */
    private static Path job(Path folder) throws IOException {
        Path jar = folder.resolve("training.jar");
        String name = TrainingJob.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream in = TrainingJob.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing from kindling-embedded's own jar");
            }
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
        }
        return jar;
    }

    private static String classPath(List<Path> jars) {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static String lastLine(Path log) throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> !line.isBlank()).reduce("", (first, second) -> second);
        }
    }
}
