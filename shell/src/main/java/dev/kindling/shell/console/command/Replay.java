package dev.kindling.shell.console.command;

import dev.kindling.shell.console.engine.Engine;
import java.io.File;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Commands that begin anew: {@code /reset}, {@code /reload} and {@code /env}. */
final class Replay {
    private static final String PREVIOUS = "previous";

    private final Engine engine;
    private final Consumer<String> runner;
    private final PrintStream out;
    private final Feedback feedback;
    private final Retained retained;
    private final List<String> entered = new ArrayList<>();
    private List<String> previous;

    /** The runner takes sources as if they were typed. */
    Replay(Engine engine, Consumer<String> runner, PrintStream out, Feedback feedback, Retained retained) {
        this.engine = engine;
        this.runner = runner;
        this.out = out;
        this.feedback = feedback;
        this.retained = retained;
        this.previous = retained.all(PREVIOUS);
    }

    /** A snippet that was entered, or a {@code /drop}. */
    void entered(String source) {
        entered.add(source);
    }

    /** For {@code /reload -restore} of the next run. */
    void keep() {
        if (!entered.isEmpty()) {
            retained.putAll(PREVIOUS, entered);
        }
    }

    void reset(String argument) {
        var options = ContextOptions.of("/reset", argument, feedback::say);
        if (options.isPresent()) {
            feedback.tell("Resetting state.");
            begin(options.get());
        }
    }

    void reload(String argument) {
        var options = ContextOptions.of("/reload", argument, feedback::say);
        if (options.isEmpty()) {
            return;
        }
        if (options.get().restore() && previous.isEmpty()) {
            feedback.say("No previous history to restore");
            return;
        }
        feedback.tell(
                options.get().restore()
                        ? "Restarting and restoring from previous state."
                        : "Restarting and restoring state.");
        replay(
                options.get(),
                options.get().restore() ? previous : List.copyOf(entered),
                !options.get().quiet());
    }

    void environment(String argument) {
        if (argument.isEmpty()) {
            var jars = engine.jars();
            if (!jars.isEmpty()) {
                feedback.say("   --class-path " + String.join(File.pathSeparator, jars));
            }
            return;
        }
        var options = ContextOptions.of("/env", argument, feedback::say);
        if (options.isPresent()) {
            feedback.tell("Setting new options and restoring state.");
            replay(options.get(), List.copyOf(entered), false);
        }
    }

    private void replay(ContextOptions options, List<String> sources, boolean told) {
        begin(options);
        feedback.quietly(() -> sources.forEach(each -> {
            if (told) {
                out.println("-: " + each.strip());
            }
            runner.accept(each);
        }));
    }

    private void begin(ContextOptions options) {
        options.classPath().forEach(engine::addJar);
        if (!entered.isEmpty()) {
            previous = List.copyOf(entered);
        }
        entered.clear();
        engine.reset();
        engine.startProblems().forEach(feedback::say);
    }
}
