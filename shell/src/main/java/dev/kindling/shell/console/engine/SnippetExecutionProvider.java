package dev.kindling.shell.console.engine;

import java.util.Map;
import java.util.function.Supplier;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** What JShell's builder asks for an execution. */
record SnippetExecutionProvider(Supplier<ExecutionControl> execution) implements ExecutionControlProvider {
    @Override
    public String name() {
        return "kindling";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
        return execution.get();
    }
}
