package dev.kindling.shell.console.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import org.jspecify.annotations.Nullable;

/**
 * Cuts source into snippets, for which no class need be known. The JShell that runs them would index all classes of the
 * class path as soon as it was asked: 80 MB, and a processor for seconds. For any thread.
 */
final class Syntax implements AutoCloseable {
    private final String[] compilerOptions;
    private @Nullable JShell jshell;

    /** @param compilerOptions those of the JShell that runs the snippets, which may know less than this JDK's Java */
    Syntax(String... compilerOptions) {
        this.compilerOptions = compilerOptions.clone();
    }

    synchronized SourceCodeAnalysis analysis() {
        if (jshell == null) {
            jshell = JShell.builder()
                    .executionEngine("local") // Which runs nothing; the default one would start a JVM.
                    .compilerOptions(compilerOptions)
                    .fileManager(Syntax::withoutClassPath)
                    .build();
        }
        return jshell.sourceCodeAnalysis();
    }

    /** Left alone it would take the class path of this JVM. */
    private static StandardJavaFileManager withoutClassPath(StandardJavaFileManager files) {
        try {
            files.setLocation(StandardLocation.CLASS_PATH, List.of());
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        if (jshell != null) {
            jshell.close();
            jshell = null;
        }
    }
}
