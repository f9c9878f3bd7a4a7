package dev.kindling.internal.check;

import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.Program;

/** Code that is to be brought to a store: there is one, and the program's files are there. */
final class CodeCheck {
    private CodeCheck() {}

    static void check(ApplicationPlan plan, Problems problems) {
        plan.code()
                .store()
                .filter(store -> plan.workload().s3().isEmpty())
                .ifPresent(
                        store -> problems.add(
                                ".codeIn(..)",
                                store,
                                "is in an object store that the spec does not name",
                                ".s3(S3.minio(\"http://minio.storage.svc:9000\").credentials(S3Credentials.secret(\"minio\")))"));
        if (plan.code().store().isPresent()) {
            main(plan.program(), problems);
            plan.program().pyFiles().forEach(file -> LocalFile.FILE
                    .problem(file)
                    .ifPresent(problem -> problems.add(
                            ".pyFile(..)", file, problem, ".pyFile(Path.of(\"helper.py\")) with the right path")));
        }
    }

    private static void main(Program program, Problems problems) {
        var isJar = program.kind().isOnJvm();
        program.mainFile().ifPresent(file -> (isJar ? LocalFile.JAR : LocalFile.FILE)
                .problem(file)
                .ifPresent(problem -> problems.add(
                        isJar ? ".jar(..)" : ".python(..) or .r(..)",
                        file,
                        problem,
                        isJar
                                ? ".jar(Path.of(\"target/classes\")) with the right path"
                                : ".python(Path.of(\"job.py\")) with the right path")));
    }
}
