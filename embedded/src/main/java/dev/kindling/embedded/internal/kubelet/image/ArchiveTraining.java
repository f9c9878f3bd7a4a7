package dev.kindling.embedded.internal.kubelet.image;

import dev.kindling.embedded.internal.kubelet.process.ContainerProcess;
import dev.kindling.embedded.internal.kubelet.process.ContainerProcess.Launch;
import dev.kindling.embedded.internal.kubelet.process.FileTrees;
import dev.kindling.embedded.internal.kubelet.process.Reaper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.apache.spark.launcher.JavaModuleOptions;

/** A short Spark job in a JVM of its own that writes down, when it ends, the classes it had loaded. */
public final class ArchiveTraining {

    /** Raised when the training loads other classes, so that older archives are left behind. */
    static final String VERSION = "1";

    private static final long LIMIT_SECONDS = 120;

    private final Path folder;
    private final Reaper reaper;

    /**
     * @param folder for the training's files; made for each run and removed with all it holds
     * @param reaper ends the training if this JVM dies meanwhile; it must watch over a parent of {@code folder}
     */
    public ArchiveTraining(Path folder, Reaper reaper) {
        this.folder = folder;
        this.reaper = reaper;
    }

    /** What becomes of the archive; the file goes afterwards. */
    interface Taker {
        void take(Path archive) throws IOException;
    }

    /** Blocks until the archive is written and taken. */
    void run(List<Path> jars, Taker taker) throws IOException, InterruptedException {
        Path archive = folder.resolve("trained.jsa");
        try {
            Files.createDirectories(folder);
            String said = run(command(jars, archive, job(folder)));
            if (!Files.exists(archive)) {
                throw new IOException("the training run failed: " + said);
            }
            taker.take(archive);
        } finally {
            FileTrees.delete(folder);
        }
    }

    /** Returns the last line that the program wrote. */
    private String run(List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        var training = ContainerProcess.start(new Launch(command, System.getenv(), folder), reaper);
        var written = CompletableFuture.runAsync(() -> copy(training.output(), log));
        try {
            int code = CompletableFuture.allOf(written, training.exit())
                    .thenApply(done -> training.exit().join())
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (code != 0) {
                throw new IOException("the training run failed: " + lastLine(log));
            }
            return lastLine(log);
        } catch (TimeoutException e) {
            throw new IOException("the training run took over 2 minutes", e);
        } catch (ExecutionException e) {
            throw new IOException("the training run failed", e.getCause());
        } finally {
            training.kill();
            training.exit().join();
        }
    }

    private static void copy(InputStream output, Path log) {
        try (output) {
            Files.copy(output, log);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + log, e);
        }
    }

    private List<String> command(List<Path> jars, Path archive, Path job) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        command.add("-XX:ArchiveClassesAtExit=" + archive);
        command.add("-Djava.io.tmpdir=" + folder);
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
