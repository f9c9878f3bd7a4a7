package dev.kindling.embedded.internal.kubelet.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A container's processes form one process group, led by the container's program: Ctrl-C in the terminal does not reach
 * them, and one signal ends them all.
 */
final class ProcessGroup {

    /** {@code setsid} is on every Linux; macOS has none but comes with perl. */
    private static final List<String> LEADER = leader();

    private ProcessGroup() {}

    /** The command that makes itself a group leader and then becomes {@code command}, keeping its pid. */
    static List<String> leading(List<String> command) {
        var whole = new ArrayList<>(LEADER);
        whole.addAll(command);
        return whole;
    }

    /** SIGKILL to all of the group; a group that is gone is no error. Java has no call for it. */
    static void kill(long leaderPid) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -9 -" + leaderPid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            ProcessHandle.of(leaderPid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private static List<String> leader() {
        if (onPath("setsid")) {
            return List.of("setsid");
        }
        return onPath("perl") ? List.of("perl", "-e", "setpgrp(0,0); exec @ARGV or die $!") : List.of();
    }

    static boolean onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Arrays.stream(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
