package dev.kindling.internal.preflight;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.internal.storage.StoreCheck;
import dev.kindling.storage.EventLog;
import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import dev.kindling.target.KubernetesCluster;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The buckets that a spec names, listed from this JVM; nothing is written. That is where a session's driver is; for an
 * application pods ask, which may have another network and other keys, so that nothing is more than a warning.
 */
public final class BucketCheck {

    /** Keys before the name are of a form that Hadoop takes no more, and nothing to be shown. */
    private static final Pattern ADDRESS = Pattern.compile("s3a://([\\w.-]+)(?=[/,\\s\"']|$)");

    /** Who may not list may read, and an address that does not answer now may do so when it is used. */
    private static final Set<String> MAY_STILL_WORK = Set.of("s3-denied", "s3-forbidden", "s3-unreachable");

    /** What a store answers; all else is between this JVM and the store. */
    private static final Set<String> ANSWERS =
            Set.of("s3-wrong-key", "s3-wrong-secret", "s3-forbidden", "s3-denied", "s3-no-bucket");

    /** Pods have one; this JVM needs it as soon as code is brought. */
    private static final Set<String> NEEDS_A_WAY = Set.of("s3-service-name", "s3-no-forward");

    private final S3 store;
    private final BiFunction<S3, String, Diagnosis> ask;
    private final boolean forPods;

    private BucketCheck(S3 store, BiFunction<S3, String, Diagnosis> ask, boolean forPods) {
        this.store = store;
        this.ask = ask;
        this.forPods = forPods;
    }

    /** One for each bucket of a session; none without an object store. */
    public static List<Check> all(WorkloadPlan plan, KubernetesCluster cluster) {
        return all(plan, (store, bucket) -> StoreCheck.reading(store, bucket, cluster));
    }

    /** One for each bucket of an application, also of its program and arguments; none without an object store. */
    public static List<Check> ofApplication(ApplicationPlan plan, KubernetesCluster cluster) {
        return ofApplication(plan, (store, bucket) -> StoreCheck.reading(store, bucket, cluster));
    }

    /**
     * With another way to ask.
     *
     * @param ask what is wrong with a bucket of a store
     */
    static List<Check> all(WorkloadPlan plan, BiFunction<S3, String, Diagnosis> ask) {
        return all(plan, Stream.of(), store -> new BucketCheck(store, ask, false));
    }

    static List<Check> ofApplication(ApplicationPlan plan, BiFunction<S3, String, Diagnosis> ask) {
        var program = plan.program();
        var files = Stream.concat(program.mainFile().stream(), program.pyFiles().stream());
        return all(
                plan.workload(),
                Stream.concat(files, program.arguments().stream()),
                store -> new BucketCheck(store, ask, true));
    }

    private static List<Check> all(WorkloadPlan plan, Stream<String> program, Function<S3, BucketCheck> checking) {
        return plan.s3().map(store -> checking.apply(store).all(plan, program)).orElse(List.of());
    }

    private List<Check> all(WorkloadPlan plan, Stream<String> program) {
        if (plan.conf().keySet().stream().anyMatch(key -> key.startsWith("spark.hadoop.fs.s3a."))) {
            return unasked("settings of the spec say how it is reached, besides .s3(..)");
        }
        var buckets = named(plan, program);
        return buckets.isEmpty()
                ? unasked("the spec names no bucket; one that .bucket(\"..\", store) names is looked at")
                : buckets.stream()
                        .map(bucket -> new Check(name(bucket), () -> answer(bucket)))
                        .toList();
    }

    private static List<Check> unasked(String why) {
        return List.of(new Check("object store", () -> Answer.notKnown("object store: " + why)));
    }

    private Set<String> named(WorkloadPlan plan, Stream<String> program) {
        var buckets = new LinkedHashSet<>(store.buckets().keySet());
        var addresses = Stream.of(
                        plan.eventLog().map(EventLog::folder).stream(),
                        plan.dependencies().jars().stream(),
                        plan.dependencies().files().stream(),
                        plan.conf().values().stream(),
                        program)
                .flatMap(each -> each);
        addresses.forEach(text -> ADDRESS.matcher(text).results().forEach(found -> buckets.add(found.group(1))));
        return buckets;
    }

    private Answer answer(String bucket) {
        return forPods && !hasKeysOfPods(store.of(bucket))
                ? notKnown(bucket, "its keys are the pods' own")
                : answer(bucket, ask.apply(store, bucket));
    }

    private static boolean hasKeysOfPods(S3 store) {
        return store.credentialsFromHere().isEmpty()
                && (store.credentials() instanceof S3Credentials.Keys
                        || store.credentials() instanceof S3Credentials.Anonymous);
    }

    private Answer answer(String bucket, Diagnosis seen) {
        var first = seen.first();
        if (first.isEmpty()) {
            return Answer.fine(name(bucket));
        }
        var account = first.get().account();
        if (first.get() instanceof Finding.CodeMissing) {
            return Answer.notKnown(name(bucket) + ": " + account.what() + "; to do: "
                    + account.change().code());
        }
        return forPods && !ANSWERS.contains(account.cause())
                ? notKnown(
                        bucket,
                        "seen from this JVM: " + account.what()
                                + (NEEDS_A_WAY.contains(account.cause())
                                        ? "; to do: " + account.change().code()
                                        : ""))
                : Answer.found(
                        name(bucket),
                        List.of(new Answer.Problem(Finding.StorageUnavailable::new, told(bucket, account))));
    }

    private static Answer notKnown(String bucket, String why) {
        return Answer.notKnown(name(bucket) + ": " + why + "; Spark.store(s3).checkFromPods(cluster, \"" + bucket
                + "\") asks from a pod");
    }

    private Account told(String bucket, Account account) {
        return new Account(
                account.cause(),
                account.run(),
                name(bucket) + ": " + account.what(),
                account.evidence(),
                account.why(),
                account.change(),
                account.waitingHelps(),
                account.isCertain() && !forPods && !MAY_STILL_WORK.contains(account.cause()));
    }

    private static String name(String bucket) {
        return "bucket " + bucket;
    }
}
