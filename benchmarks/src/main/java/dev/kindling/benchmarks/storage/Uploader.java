package dev.kindling.benchmarks.storage;

import dev.kindling.benchmarks.harness.Conversation;
import dev.kindling.internal.code.Delivery;
import dev.kindling.internal.code.Reference;
import dev.kindling.internal.code.Shipment;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.Code;
import dev.kindling.internal.plan.Program;
import dev.kindling.storage.CodeStore;
import dev.kindling.target.KubernetesCluster;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.transfer.s3.S3TransferManager;

/** In a JVM of its own: brings a jar to a store, as often as it is asked to. */
enum Uploader {
    /** As an application's code is brought: seconds, and those it took before to read the jar for its hash. */
    KINDLING {
        @Override
        Upload to(Address store) {
            return jar -> {
                long called = System.nanoTime();
                var code = CodeStore.at(store.folder("code/" + UUID.randomUUID()));
                var plan = ApplicationPlan.named("upload")
                        .program(Program.NONE.mainClass("x.Main").mainFile(jar.toString()))
                        .code(Code.NONE.store(code));
                try (var shipment = Shipment.of(plan.workload(plan.workload().s3(store.s3())))) {
                    long read = System.nanoTime();
                    new Delivery(shipment, step -> {})
                            .run(
                                    new Reference("here/default/applications", "run-1", Set.of()),
                                    store.s3(),
                                    KubernetesCluster.current());
                    return seconds(read) + " " + (read - called) / 1e9;
                }
            };
        }
    },
    /** The AWS SDK alone, in parallel parts: seconds. */
    TRANSFER_MANAGER {
        @Override
        Upload to(Address store) {
            var client = S3AsyncClient.builder()
                    .endpointOverride(store.endpoint())
                    .forcePathStyle(true)
                    .region(Region.US_EAST_1)
                    .multipartEnabled(true)
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                            store.keys().accessKey(), store.keys().secretKey())))
                    .build();
            var manager = S3TransferManager.builder().s3Client(client).build();
            return jar -> {
                long called = System.nanoTime();
                manager.uploadFile(upload -> upload.source(jar).putObjectRequest(put -> put.bucket(store.bucket())
                                .key("alone/" + UUID.randomUUID())))
                        .completionFuture()
                        .join();
                return String.valueOf(seconds(called));
            };
        }
    };

    /** Asks for the most heap and the direct buffers (MB) that were used. */
    static final String MEMORY = "memory";

    private static final double MB = 1 << 20;

    /** One upload. */
    interface Upload {
        /** Figures, with blanks between them. */
        String of(Path jar) throws Exception;
    }

    abstract Upload to(Address store);

    /** Arguments: who, and an {@link Address}. Requests: {@link #MEMORY}, or the path of a jar. */
    public static void main(String[] args) throws Exception {
        var all = Arrays.asList(args);
        var upload = valueOf(all.get(0)).to(Address.parse(all.subList(1, all.size())));
        Conversation.hold(request -> request.equals(MEMORY) ? memory() : upload.of(Path.of(request)));
        System.exit(0);
    }

    private static String memory() {
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return String.format(Locale.ROOT, "%.1f %.1f", heap / MB, direct / MB);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
