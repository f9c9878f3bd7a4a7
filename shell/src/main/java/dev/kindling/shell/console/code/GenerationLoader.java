package dev.kindling.shell.console.code;

import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.InternalException;

/** What JShell sees of the loader in one of its lives. */
public final class GenerationLoader implements LoaderDelegate {
    private final SnippetLoader loader;
    private final Generation generation;

    /** The loader under the names of this generation. */
    public GenerationLoader(SnippetLoader loader, Generation generation) {
        this.loader = loader;
        this.generation = generation;
    }

    @Override
    public void load(ClassBytecodes[] compiled) throws ClassInstallException {
        loader.load(compiled, generation);
    }

    /** Not called: redefinition is refused, so JShell compiles the snippets that are affected under new names. */
    @Override
    public void classesRedefined(ClassBytecodes[] compiled) {
        throw new UnsupportedOperationException("redefinition");
    }

    @Override
    public void addToClasspath(String path) throws InternalException {
        loader.addToClasspath(path);
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        return Class.forName(generation.ours(name), false, loader);
    }
}
