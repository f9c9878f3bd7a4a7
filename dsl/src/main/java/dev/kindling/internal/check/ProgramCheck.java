package dev.kindling.internal.check;

import dev.kindling.internal.plan.Program;
import dev.kindling.internal.plan.ProgramKind;
import java.util.regex.Pattern;

/** The program of an application: what holds it, and where it begins. */
final class ProgramCheck {
    private static final Pattern CLASS =
            Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");

    private ProgramCheck() {}

    static void check(Program program, Problems problems) {
        if (program.mainFile().isEmpty()) {
            problems.add(".jar(..)", "", "is missing: nothing holds the program", ".jar(\"local:///app/etl.jar\")");
        }
        program.mainFile()
                .filter(file -> file.isBlank() || file.contains(","))
                .ifPresent(file -> problems.add(
                        ".jar(..), .python(..) or .r(..)", file, "is not one path or URI", "one call for each file"));
        mainClass(program, problems);
        pyFiles(program, problems);
    }

    private static void mainClass(Program program, Problems problems) {
        boolean onJvm = program.kind().isOnJvm();
        program.mainClass()
                .filter(name -> !CLASS.matcher(name).matches())
                .ifPresent(name -> problems.add(
                        ".mainClass(..)", name, "is not the full name of a class", ".mainClass(\"x.Nightly\")"));
        if (!onJvm && program.mainClass().isPresent()) {
            problems.add(
                    ".mainClass(..) and " + program.mainFile().orElse("." + program.kind()),
                    program.mainClass().get(),
                    "is given beside a " + program.kind() + " file, which has no main class",
                    ".python(\"local:///app/main.py\") alone");
        }
        if (onJvm && program.mainFile().isPresent() && program.mainClass().isEmpty()) {
            problems.add(".mainClass(..)", "", "is missing", ".mainClass(\"x.Nightly\")");
        }
    }

    private static void pyFiles(Program program, Problems problems) {
        if (!program.pyFiles().isEmpty() && program.kind() != ProgramKind.PYTHON) {
            problems.add(
                    ".pyFile(..)",
                    program.pyFiles(),
                    "is given beside a " + program.kind() + " program, which imports none",
                    ".python(\"local:///app/main.py\")");
        }
        program.pyFiles().stream()
                .filter(file -> !file.matches("[^,]+\\.(py|zip|egg)"))
                .forEach(file -> problems.add(
                        ".pyFile(..)", file, "is no .py, .zip or .egg file", ".pyFile(\"local:///app/lib.zip\")"));
    }
}
