package dev.kindling.shell.console.engine;

import dev.kindling.shell.console.code.Generation;
import dev.kindling.shell.console.code.GenerationLoader;
import dev.kindling.shell.console.code.SnippetLoader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Function;
import jdk.jshell.execution.DirectExecutionControl;
import org.jspecify.annotations.Nullable;

/** How JShell runs snippets: in this JVM, on the console's thread. */
final class SnippetExecution extends DirectExecutionControl {
    private final Generation generation;
    private final SnippetThread thread;
    private final Function<@Nullable Object, String> display;

    SnippetExecution(
            SnippetLoader loader,
            Generation generation,
            SnippetThread thread,
            Function<@Nullable Object, String> display) {
        super(new GenerationLoader(loader, generation));
        this.generation = generation;
        this.thread = thread;
        this.display = display;
    }

    /** The value as JShell itself shows it. */
    static String plain(@Nullable Object value) {
        return valueString(value);
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        return thread.run(() -> displayed(snippet.invoke(null)));
    }

    /** JShell would take an exception of the display for one of its own, and show null. */
    private String displayed(@Nullable Object value) throws InvocationTargetException {
        try {
            return display.apply(value);
        } catch (RuntimeException e) {
            throw new InvocationTargetException(e);
        }
    }

    /** A variable's toString is the user's code: it may be slow or fail. */
    @Override
    public String varValue(String type, String variable) throws RunException, InternalException {
        try {
            return thread.run(() -> super.varValue(type, variable));
        } catch (RunException | InternalException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new InternalException(e.toString());
        }
    }

    /** JShell finds the lines of snippets by the names that it gave the classes itself. */
    @Override
    protected String throwConvertedInvocationException(Throwable thrown) throws RunException, InternalException {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable each = thrown; each != null && seen.add(each); each = each.getCause()) {
            each.setStackTrace(Arrays.stream(each.getStackTrace())
                    .map(this::inJShellsNames)
                    .toArray(StackTraceElement[]::new));
        }
        return super.throwConvertedInvocationException(thrown);
    }

    @Override
    public void stop() {
        thread.stop();
    }

    private StackTraceElement inJShellsNames(StackTraceElement frame) {
        var name = generation.jshells(frame.getClassName());
        return name.equals(frame.getClassName())
                ? frame
                : new StackTraceElement(name, frame.getMethodName(), frame.getFileName(), frame.getLineNumber());
    }
}
