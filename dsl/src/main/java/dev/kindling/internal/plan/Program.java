package dev.kindling.internal.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an application runs.
 *
 * @param said the language, if the spec names it
 * @param mainClass a Java or Scala class
 * @param mainFile jar, Python or R file that holds the program
 * @param pyFiles modules and archives that a Python program imports
 */
public record Program(
        Optional<ProgramKind> said,
        Optional<String> mainClass,
        Optional<String> mainFile,
        List<String> pyFiles,
        List<String> arguments) {
    public static final Program NONE =
            new Program(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

    public Program {
        pyFiles = List.copyOf(pyFiles);
        arguments = List.copyOf(arguments);
    }

    /** As said, else what the main file's name says, else Java. */
    public ProgramKind kind() {
        var file = mainFile.orElse("").toLowerCase(Locale.ROOT);
        var byName = file.endsWith(".py") ? ProgramKind.PYTHON : file.endsWith(".r") ? ProgramKind.R : ProgramKind.JAVA;
        return said.orElse(byName);
    }

    public Program kind(ProgramKind value) {
        return new Program(Optional.of(value), mainClass, mainFile, pyFiles, arguments);
    }

    public Program mainClass(String name) {
        return new Program(said, Optional.of(name), mainFile, pyFiles, arguments);
    }

    public Program mainFile(String file) {
        return new Program(said, mainClass, Optional.of(file), pyFiles, arguments);
    }

    public Program pyFile(String file) {
        var all = Stream.concat(pyFiles.stream(), Stream.of(file)).distinct().toList();
        return new Program(said, mainClass, mainFile, all, arguments);
    }

    public Program arguments(List<String> value) {
        return new Program(said, mainClass, mainFile, pyFiles, value);
    }
}
