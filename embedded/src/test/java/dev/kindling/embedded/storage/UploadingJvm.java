package dev.kindling.embedded.storage;

import dev.kindling.internal.code.Delivery;
import dev.kindling.internal.code.Reference;
import dev.kindling.internal.code.Shipment;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.Code;
import dev.kindling.internal.plan.Program;
import dev.kindling.storage.CodeStore;
import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import dev.kindling.target.KubernetesCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Brings a jar to a store, in a JVM of its own: endpoint, the way there, key, secret, folder, jar, result. */
final class UploadingJvm implements AutoCloseable {
    final Process process;
    private final Path out;

    private UploadingJvm(Process process, Path out) {
        this.process = process;
        this.out = out;
    }

    public static void main(String[] args) {
        var store = S3.minio(args[0]).fromHere(args[1]).credentials(S3Credentials.keys(args[2], args[3]));
        deliver(store, args[4], Path.of(args[5]), System.out::println);
        System.out.println("done");
    }

    static void deliver(S3 store, String folder, Path jar, Consumer<String> progress) {
        var plan = ApplicationPlan.named("upload")
                .program(Program.NONE.mainClass("x.Main").mainFile(jar.toString()))
                .code(Code.NONE.store(CodeStore.at(folder)));
        try (var shipment = Shipment.of(plan.workload(plan.workload().s3(store)))) {
            new Delivery(shipment, progress)
                    .run(
                            new Reference("here/default/applications", "run-1", Set.of()),
                            store,
                            KubernetesCluster.current());
        }
    }

    /** @param cache where it notes what has arrived */
    static UploadingJvm start(S3 store, int port, String folder, Path jar, Path cache) throws IOException {
        var keys = (S3Credentials.Keys) store.credentials();
        var out = Files.createTempFile(cache, "upload", ".out");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        UploadingJvm.class.getName(),
                        store.endpoint().orElseThrow().toString(),
                        "http://127.0.0.1:" + port,
                        keys.accessKey(),
                        keys.secretKey(),
                        folder,
                        jar.toString())
                .redirectOutput(out.toFile())
                .redirectErrorStream(true);
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        return new UploadingJvm(builder.start(), out);
    }

    boolean hasPrinted(String text) throws IOException {
        var printed = Files.readString(out);
        if (!process.isAlive() && !printed.contains(text)) {
            throw new AssertionError("it ended without \"" + text + "\":\n" + printed);
        }
        return printed.contains(text);
    }

    String end(long seconds) throws IOException, InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("it has not ended:\n" + Files.readString(out));
        }
        return Files.readString(out);
    }

    /** Of all uploads under way that are noted in a cache. */
    static long partsNoted(Path cache) throws IOException {
        var notes = cache.resolve("kindling/uploads");
        if (!Files.exists(notes)) {
            return 0;
        }
        try (var all = Files.walk(notes)) {
            var parts = 0L;
            for (var note :
                    all.filter(file -> file.toString().endsWith(".upload")).toList()) {
                parts += Files.readAllLines(note).stream()
                        .filter(line -> line.startsWith("part."))
                        .count();
            }
            return parts;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
