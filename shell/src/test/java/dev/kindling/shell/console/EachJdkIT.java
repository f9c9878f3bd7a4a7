package dev.kindling.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.shell.Main;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the console leans on in JShell and Spark without a promise of theirs is there on every JDK of this machine. */
@Tag("embedded")
class EachJdkIT {
    private static final String SCRIPT =
            """
            int one = 1;
            record Sum(int value) implements Serializable {}
            System.out.println(sc.parallelize(List.of(41)).map(x -> new Sum(x + one)).first());
            session(Spark.session("another"));
            System.out.println(map(spark.range(3), x -> x + one, Encoders.LONG()).collectAsList());
            """;

    @TempDir
    Path folder;

    /** Those beside the one that runs this, on which all else is tested. */
    static List<Path> jdks() throws IOException {
        var homes = new ArrayList<Path>();
        Optional.ofNullable(System.getenv("JAVA25_HOME")).map(Path::of).ifPresent(homes::add);
        var usual = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(usual)) {
            try (Stream<Path> found = Files.list(usual)) {
                found.sorted().forEach(homes::add);
            }
        }
        var own = Path.of(System.getProperty("java.home")).toRealPath();
        var others = new ArrayList<Path>();
        for (var home : homes) {
            if (Files.isExecutable(home.resolve("bin/javac"))
                    && !home.toRealPath().equals(own)) {
                others.add(home.toRealPath());
            }
        }
        return others.isEmpty() ? List.of(own) : others.stream().distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void variables_and_classes_reach_tasks_and_nothing_is_turned_off(Path jdk) throws Exception {
        var script = Files.writeString(folder.resolve("it.jsh"), SCRIPT);
        var command = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(each -> each.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+IgnoreUnrecognizedVMOptions"));
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("--on", "local", script.toString()));
        var out = folder.resolve("out").toFile();
        var err = folder.resolve("err").toFile();
        var builder = new ProcessBuilder(command).redirectOutput(out).redirectError(err);
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        var process = builder.start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(out.toPath()))
                .as(Files.readString(err.toPath()))
                .isEqualTo("Sum[value=42]\n[1, 2, 3]\n");
        assertThat(Files.readString(err.toPath())).doesNotContain("kindling:");
    }
}
