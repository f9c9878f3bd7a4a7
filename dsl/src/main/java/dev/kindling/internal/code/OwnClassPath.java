package dev.kindling.internal.code;

import dev.kindling.internal.manifest.Manifests;
import dev.kindling.internal.plan.ApplicationPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** This JVM's class path as an application's. */
public final class OwnClassPath {
    private OwnClassPath() {}

    /** The plan with everything that images with S3 lack, and a note of what was left out. */
    public static ApplicationPlan of(ApplicationPlan plan) {
        var all = ClassPath.ofThisJvm();
        var lacking = ImageJars.ofSpark(Manifests.SPARK_VERSION).andS3().lacking(all);
        var workload = plan.workload();
        for (Path entry : lacking) {
            if (!plan.program().mainFile().equals(Optional.of(entry.toString()))) {
                workload = workload.jar(entry.toString());
            }
        }
        List<String> leftOut = all.stream()
                .filter(entry -> !lacking.contains(entry))
                .map(entry -> entry.getFileName().toString())
                .sorted()
                .toList();
        return plan.workload(workload).code(plan.code().leftOut(leftOut));
    }
}
