package dev.kindling.internal.check;

import dev.kindling.internal.plan.ApplicationPlan;
import java.util.regex.Pattern;

/** The program of an application: what holds it, and where it begins. */
final class ProgramCheck {
    private static final Pattern CLASS =
            Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");

    private ProgramCheck() {}

    static void check(ApplicationPlan plan, Problems problems) {
        if (plan.mainFile().isEmpty()) {
            problems.add(".jar(..)", "", "is missing: nothing holds the program", ".jar(\"local:///app/etl.jar\")");
        }
        plan.mainClass()
                .filter(name -> !CLASS.matcher(name).matches())
                .ifPresent(name -> problems.add(
                        ".mainClass(..)", name, "is not the full name of a class", ".mainClass(\"x.Nightly\")"));
        boolean python = plan.mainFile().filter(file -> file.endsWith(".py")).isPresent();
        if (python && plan.mainClass().isPresent()) {
            problems.add(
                    ".mainClass(..) and .jar(..)",
                    plan.mainClass().get(),
                    "is given beside a Python file, which has no main class",
                    ".jar(\"local:///app/main.py\") alone");
        }
        if (!python && plan.mainFile().isPresent() && plan.mainClass().isEmpty()) {
            problems.add(".mainClass(..)", "", "is missing", ".mainClass(\"x.Nightly\")");
        }
    }
}
