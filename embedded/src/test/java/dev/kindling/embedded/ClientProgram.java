package dev.kindling.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A program of this machine that talks to a Kubernetes. */
record ClientProgram(List<String> command, Path kubeconfig) {
    /** What an environment variable names, else what is on the path. */
    static Optional<String> find(String variable, String name) {
        String named = System.getenv(variable);
        if (named != null) {
            return Optional.of(named);
        }
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** Its output; it has to end well, and soon. */
    String run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        try (BufferedReader reader = output(process)) {
            String output = reader.lines().collect(Collectors.joining("\n"));
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }

    Process start(String... arguments) throws IOException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
        builder.environment().put("KUBECONFIG", kubeconfig.toString());
        return builder.start();
    }

    static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
