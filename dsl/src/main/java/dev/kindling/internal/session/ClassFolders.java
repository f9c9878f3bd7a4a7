package dev.kindling.internal.session;

import dev.kindling.internal.code.FolderJar;
import dev.kindling.internal.plan.WorkloadPlan;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Folders among a plan's jars as jars: Spark only logs that it takes none. */
final class ClassFolders {

    private ClassFolders() {}

    /** The plan with jars in the session's folder. */
    static WorkloadPlan packed(WorkloadPlan plan, SessionFolder folder) {
        AtomicInteger count = new AtomicInteger();
        return plan.jars(jar ->
                isFolder(jar) ? pack(Path.of(jar), folder.path("classes-" + count.incrementAndGet() + ".jar")) : jar);
    }

    private static String pack(Path classes, Path jar) {
        FolderJar.pack(classes, jar);
        return jar.toString();
    }

    private static boolean isFolder(String jar) {
        try {
            return !jar.contains(":/") && Files.isDirectory(Path.of(jar));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
