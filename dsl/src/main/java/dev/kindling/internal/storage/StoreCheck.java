package dev.kindling.internal.storage;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.DriverPoint;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.Subject;
import dev.kindling.internal.diagnosis.evidence.ThrownFacts;
import dev.kindling.internal.diagnosis.rule.Doctor;
import dev.kindling.internal.forward.ReachedStore;
import dev.kindling.internal.kubernetes.ClusterClient;
import dev.kindling.internal.storage.StoreProbe.Failure;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Why a bucket cannot be used, in the same words as a run that could not. */
public final class StoreCheck {
    private static final String CONNECTOR = "org.apache.hadoop.fs.s3a.S3AFileSystem";

    private final S3 store;
    private final String bucket;
    private final Viewpoint from;

    private StoreCheck(S3 store, String bucket, Viewpoint from) {
        this.store = store;
        this.bucket = bucket;
        this.from = from;
    }

    /** From this JVM, without any cluster. */
    public static Diagnosis of(S3 store, String bucket) {
        return here(store, bucket, StoreProbe::run);
    }

    /** From this JVM, if need be by a port-forward to a Service of the cluster. */
    public static Diagnosis of(S3 store, String bucket, KubernetesCluster cluster) {
        return forwarded(store, bucket, cluster, StoreProbe::run);
    }

    /** Only lists. */
    public static Diagnosis reading(S3 store, String bucket) {
        return here(store, bucket, StoreProbe::read);
    }

    /** Only lists. */
    public static Diagnosis reading(S3 store, String bucket, KubernetesCluster cluster) {
        return forwarded(store, bucket, cluster, StoreProbe::read);
    }

    private static Diagnosis here(S3 store, String bucket, Function<StoreProbe, Optional<Failure>> way) {
        return ReachedStore.needsCluster(store)
                ? Unforwarded.withoutCluster(store, bucket)
                : new StoreCheck(store, bucket, Viewpoint.here(store, bucket)).run(way);
    }

    private static Diagnosis forwarded(
            S3 store, String bucket, KubernetesCluster cluster, Function<StoreProbe, Optional<Failure>> way) {
        try (var reached = ReachedStore.of(store, cluster)) {
            return here(reached.store(), bucket, way);
        } catch (ClusterAccessException e) {
            return Unforwarded.refused(store, bucket, e);
        }
    }

    /** From a pod of the cluster's image. */
    public static Diagnosis fromPods(S3 store, String bucket, KubernetesCluster cluster) {
        var pod = "kindling-s3-check-" + UUID.randomUUID().toString().substring(0, 8);
        var check = new StoreCheck(store, bucket, Viewpoint.pods(store, bucket, pod));
        try (var client = ClusterClient.open(cluster)) {
            return check.told(new ProbePods(client, cluster, store, pod).run(bucket));
        }
    }

    private Diagnosis run(Function<StoreProbe, Optional<Failure>> way) {
        if (!isThere(CONNECTOR)) {
            return diagnosis(
                    List.of(),
                    List.of(new Finding.CodeMissing(
                            Account.certain("class-missing", "This program has no connector for s3a:// addresses")
                                    .seen(new Clue("this JVM", "class path", CONNECTOR + " is not there", null))
                                    .why("Spark brings none along")
                                    .write("dev.kindling:kindling-s3 among the dependencies", ""))));
        }
        return told(way.apply(new StoreProbe(from.properties(), bucket)));
    }

    private Diagnosis told(Optional<Failure> failure) {
        return failure.map(this::explained).orElseGet(() -> diagnosis(List.of(), List.of()));
    }

    private Diagnosis explained(Failure failure) {
        var where = failure.call() + " s3a://" + bucket + "/ at " + from.address() + " as " + from.identity();
        var thrown = new ThrownFacts(bucket, where, failure.text(), Instant.now());
        var findings = Doctor.examine(evidence(List.of(thrown))).findings().stream()
                .filter(finding -> !(finding instanceof Finding.ProgramFailed))
                .map(this::withOffer)
                .toList();
        return diagnosis(List.of(thrown), findings.isEmpty() ? List.of(unknown(thrown)) : findings);
    }

    /** What a run is told to write another name for can be made here, and a Service's name is none for this JVM. */
    private Finding withOffer(Finding finding) {
        if (from.isHere() && Unforwarded.couldBe(store.of(bucket), finding)) {
            return Unforwarded.offered(store.of(bucket).endpoint().orElseThrow(), finding);
        }
        if (!finding.cause().equals("s3-no-bucket")) {
            return finding;
        }
        var endpoint = store.of(bucket)
                .endpointFromHere()
                .map(uri -> " --endpoint-url " + uri)
                .orElse("");
        return new Finding.StorageUnavailable(
                finding.account().write("aws s3 mb s3://" + bucket + endpoint, "s3a://bucket/.. with one that exists"));
    }

    private Finding unknown(ThrownFacts thrown) {
        return new Finding.StorageUnavailable(Account.probable("s3-failed", "The object store does not do as asked")
                .seen(new Clue(
                        from.place(),
                        thrown.where(),
                        thrown.text().lines().findFirst().orElse(""),
                        thrown.time()))
                .why("not known: the store's answer is none of the common ones")
                .write("S3.minio(\"http://host:9000\") with the address of a store that speaks S3", ""));
    }

    private Diagnosis diagnosis(List<ThrownFacts> thrown, List<Finding> findings) {
        var bundle = Doctor.examine(evidence(thrown)).bundle();
        return new Diagnosis("bucket " + bucket + " at " + from.address(), Instant.now(), findings, List.of(), bundle);
    }

    private Evidence evidence(List<ThrownFacts> thrown) {
        return Evidence.of(new Subject("session", "s3", bucket), Map.of(), List.of(), thrown, DriverPoint.UNKNOWN);
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, StoreCheck.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
