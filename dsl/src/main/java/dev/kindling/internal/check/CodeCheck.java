package dev.kindling.internal.check;

import dev.kindling.internal.plan.ApplicationPlan;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

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
            Stream.concat(plan.program().mainFile().stream(), plan.program().pyFiles().stream())
                    .filter(file -> !isThere(file))
                    .forEach(file -> problems.add(
                            ".jar(..), .python(..) or .pyFile(..)",
                            file,
                            "is not there; local:// means a path in the image",
                            ".jar(Path.of(\"target/classes\")) with the right path"));
        }
    }

    /** What only others can open is taken for there. */
    private static boolean isThere(String location) {
        try {
            boolean isUri = location.matches("[a-z][a-z0-9+.-]+:.*");
            return isUri && !location.startsWith("file:")
                    || Files.isReadable(isUri ? Path.of(URI.create(location)) : Path.of(location));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
