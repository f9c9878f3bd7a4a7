package dev.kindling.internal.code;

import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.Code;
import java.nio.file.Path;
import java.util.List;

/**
 * This JVM's class path as an application's.
 *
 * @param brought what the image lacks, in its order
 * @param leftOut the other jars' names
 */
public record OwnClassPath(List<Path> brought, List<String> leftOut) {

    /** Nothing, unless the program is one of this JVM. */
    public static OwnClassPath of(Code code) {
        if (!code.classPath()) {
            return new OwnClassPath(List.of(), List.of());
        }
        var all = ClassPath.ofThisJvm();
        var lacking = ImageJars.of(code).lacking(all);
        var leftOut = all.stream()
                .filter(entry -> !lacking.contains(entry))
                .map(entry -> entry.getFileName().toString())
                .sorted()
                .toList();
        return new OwnClassPath(lacking, leftOut);
    }

    /** The plan with what is to be brought. */
    ApplicationPlan addedTo(ApplicationPlan plan) {
        var main = plan.program().mainFile();
        var workload = plan.workload();
        for (var entry : brought) {
            if (main.filter(entry.toString()::equals).isEmpty()) {
                workload = workload.jar(entry.toString());
            }
        }
        return plan.workload(workload);
    }
}
