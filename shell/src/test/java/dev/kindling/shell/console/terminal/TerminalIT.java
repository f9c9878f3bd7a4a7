package dev.kindling.shell.console.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindling.shell.Main;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees who presses Ctrl-C and Ctrl-D at a real terminal, with executors that are processes of their own. */
@Tag("embedded")
class TerminalIT {
    @TempDir
    Path folder;

    @Test
    void ctrl_c_ends_what_runs_and_ctrl_d_the_session_with_its_executors() throws IOException {
        assumeTrue(Tmux.isThere(), "tmux is not installed");
        try (var terminal = Tmux.run(folder, console("--on", "embedded", "--executors", "1", "--memory", "512m"))) {
            terminal.endsWith("spark>").enter("{ System.out.println(1); while (true); }");
            terminal.endsWith("while (true); }\n1").press("C-c").endsWith("while (true); }\n1\ninterrupted\nspark>");
            terminal.enter("sc.parallelize(List.of(1, 2), 2).map(x -> { Thread.sleep(600_000); return x; }).count()")
                    .shows("0/2 tasks  1 executor")
                    .press("C-c")
                    .endsWith("return x; }).count()\ninterrupted\nspark>");
            terminal.enter("sc.parallelize(List.of(1, 2)).map(x -> x + 1).collect()")
                    .endsWith("==> [2, 3]\nspark>");
            var processes = terminal.processes();
            assertThat(processes).as("the console and its executor").hasSizeGreaterThan(1);
            terminal.press("C-d").endsWith("\nexit status 0");
            assertThat(processes.stream().filter(ProcessHandle::isAlive)).isEmpty();
        }
    }

    /** The class path is longer than what tmux takes, so it is in a file. */
    private List<String> console(String... options) throws IOException {
        var arguments = new ArrayList<String>();
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(each -> each.startsWith("--add-opens"))
                .forEach(arguments::add);
        arguments.addAll(List.of("-Dkindling.input=terminal", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        arguments.addAll(List.of(options));
        var file = Files.write(folder.resolve("java.args"), arguments);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of("env", "XDG_STATE_HOME=" + folder, java, "@" + file);
    }
}
