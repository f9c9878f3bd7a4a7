package dev.kindling.internal.preflight;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.plan.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

/** Whether the jar holds the main class, where it can be opened here. */
public final class ProgramCheck {

    private ProgramCheck() {}

    /** Of an application. */
    public static Check of(Program program) {
        return new Check("program", () -> answer(program));
    }

    static Answer answer(Program program) {
        var jar = program.mainFile().flatMap(ProgramCheck::here);
        if (jar.isEmpty() || program.mainClass().isEmpty()) {
            return Answer.notKnown(
                    "the program: " + program.mainFile().orElse("none") + " is opened by the driver, not from here");
        }
        try (var opened = new ZipFile(jar.get().toFile())) {
            var entry = program.mainClass().get().replace('.', '/') + ".class";
            return opened.getEntry(entry) == null
                    ? Answer.found(
                            "program",
                            List.of(problem(jar.get(), program.mainClass().get())))
                    : Answer.fine("main class " + program.mainClass().get());
        } catch (IOException e) {
            return Answer.notKnown("the program: " + jar.get() + " cannot be read (" + e.getMessage() + ")");
        }
    }

    private static Optional<Path> here(String file) {
        try {
            var path = file.startsWith("file:") ? Path.of(URI.create(file)) : Path.of(file);
            return Optional.of(path).filter(each -> each.toString().endsWith(".jar") && Files.isReadable(each));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // Of a scheme that this JVM has no file system for.
        }
    }

    private static Answer.Problem problem(Path jar, String name) {
        return new Answer.Problem(
                Finding.CodeMissing::new,
                Account.certain("main-class-missing", "The jar has no class " + name)
                        .seen(new Clue(jar.toString(), "entries", "no " + name, null))
                        .why("a program begins with the main method of this class")
                        .write(".mainClass(\"..\") with the full name of a class in the jar", "spec.mainClass"));
    }
}
