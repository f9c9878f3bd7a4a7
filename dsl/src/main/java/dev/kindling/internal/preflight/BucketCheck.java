package dev.kindling.internal.preflight;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.internal.storage.StoreCheck;
import dev.kindling.storage.EventLog;
import dev.kindling.storage.S3;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The buckets that a session's spec names, listed from this JVM, which is its driver; nothing is written. */
public final class BucketCheck {

    private static final Pattern ADDRESS = Pattern.compile("s3a://([^/,\\s]+)");

    /** Who may not list may read, and an address that does not answer now may do so when it is used. */
    private static final Set<String> MAY_STILL_WORK = Set.of("s3-denied", "s3-forbidden", "s3-unreachable");

    private BucketCheck() {}

    /** One for each bucket; none without an object store. */
    public static List<Check> all(WorkloadPlan plan) {
        return all(plan, StoreCheck::reading);
    }

    /**
     * With another way to ask.
     *
     * @param ask what is wrong with a bucket of a store
     */
    static List<Check> all(WorkloadPlan plan, BiFunction<S3, String, Diagnosis> ask) {
        return plan.s3().map(store -> all(plan, store, ask)).orElse(List.of());
    }

    private static List<Check> all(WorkloadPlan plan, S3 store, BiFunction<S3, String, Diagnosis> ask) {
        if (plan.conf().keySet().stream().anyMatch(key -> key.startsWith("spark.hadoop.fs.s3a."))) {
            return unasked("settings of the spec say how it is reached, besides .s3(..)");
        }
        var buckets = named(plan, store);
        return buckets.isEmpty()
                ? unasked("the spec names no bucket; one that .bucket(\"..\", store) names is looked at")
                : buckets.stream()
                        .map(bucket -> new Check(name(bucket), () -> answer(bucket, ask.apply(store, bucket))))
                        .toList();
    }

    private static List<Check> unasked(String why) {
        return List.of(new Check("object store", () -> Answer.notKnown("object store: " + why)));
    }

    private static Set<String> named(WorkloadPlan plan, S3 store) {
        var buckets = new LinkedHashSet<>(store.buckets().keySet());
        var addresses = Stream.of(
                        plan.eventLog().map(EventLog::folder).stream(),
                        plan.dependencies().jars().stream(),
                        plan.dependencies().files().stream(),
                        plan.conf().values().stream())
                .flatMap(each -> each);
        addresses.forEach(text -> ADDRESS.matcher(text).results().forEach(found -> buckets.add(found.group(1))));
        return buckets;
    }

    private static Answer answer(String bucket, Diagnosis seen) {
        var first = seen.first();
        if (first.isEmpty()) {
            return Answer.fine(name(bucket));
        }
        var account = first.get().account();
        return first.get() instanceof Finding.CodeMissing
                ? Answer.notKnown(name(bucket) + ": " + account.what() + "; to do: "
                        + account.change().code())
                : Answer.found(
                        name(bucket),
                        List.of(new Answer.Problem(Finding.StorageUnavailable::new, told(bucket, account))));
    }

    private static Account told(String bucket, Account account) {
        return new Account(
                account.cause(),
                account.run(),
                name(bucket) + ": " + account.what(),
                account.evidence(),
                account.why(),
                account.change(),
                account.waitingHelps(),
                account.isCertain() && !MAY_STILL_WORK.contains(account.cause()));
    }

    private static String name(String bucket) {
        return "bucket " + bucket;
    }
}
