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
import dev.kindling.internal.kubernetes.DriverPlace;
import dev.kindling.internal.text.ServiceName;
import dev.kindling.storage.S3;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A store in a cluster whose port is not forwarded to this machine: not yet, or not to be had. */
final class Unforwarded {
    private static final Set<String> UNREACHED = Set.of("host-unknown", "s3-unreachable");

    private Unforwarded() {}

    /** Whether this JVM has failed at a name that is meant for pods. */
    static boolean couldBe(S3 store, Finding finding) {
        return UNREACHED.contains(finding.cause())
                && store.fromHere().isEmpty()
                && !DriverPlace.isInSomePod(System.getenv())
                && store.endpoint()
                        .filter(uri -> ServiceName.isSurely(uri.getHost()))
                        .isPresent();
    }

    /** The line that makes it one for this JVM, too. */
    static Finding offered(URI endpoint, Finding finding) {
        var isHttp = "http".equals(endpoint.getScheme());
        return new Finding.StorageUnavailable(Account.certain(
                        "s3-service-name",
                        "This JVM does not reach " + endpoint.getAuthority()
                                + ", which is a Service's name and known to pods")
                .seen(finding.evidence())
                .why("the cluster's DNS is not this machine's")
                .write(
                        isHttp
                                ? ".fromHereByPortForward() on the S3 value, or .fromHere(\"http://localhost:9000\") with an"
                                        + " address that this machine knows"
                                : ".fromHere(\"https://..\") on the S3 value, with an address from outside of the cluster"
                                        + " that the store's certificate names",
                        ""));
    }

    /** Nobody has said whose Service it is. */
    static Diagnosis withoutCluster(S3 store, String bucket) {
        var endpoint = store.of(bucket).endpoint().or(store::endpoint).orElseThrow();
        return diagnosis(
                bucket,
                endpoint,
                List.of(),
                List.of(new Finding.StorageUnavailable(Account.certain(
                                "s3-needs-cluster",
                                "The store is reached by a port-forward, and no cluster is named to forward it")
                        .seen(new Clue("the S3 value", "portForward", String.valueOf(endpoint), null))
                        .why("a port is forwarded by the API server of the Service's cluster")
                        .write("Spark.store(s3).check(KubernetesCluster.current(), \"" + bucket + "\")", ""))));
    }

    /** What the API server has said, in the words of the doctor where it has some. */
    static Diagnosis refused(S3 store, String bucket, ClusterAccessException e) {
        var endpoint = store.of(bucket).endpoint().or(store::endpoint).orElseThrow();
        var thrown = List.of(ThrownFacts.of(bucket, "open a port-forward", e));
        var findings = Doctor.examine(evidence(bucket, thrown)).findings().stream()
                .filter(finding -> !(finding instanceof Finding.ProgramFailed))
                .toList();
        return diagnosis(bucket, endpoint, thrown, findings.isEmpty() ? List.of(failed(e)) : findings);
    }

    private static Finding failed(ClusterAccessException e) {
        return new Finding.StorageUnavailable(Account.certain(
                        "s3-no-forward",
                        "No port can be forwarded to the object store: "
                                + e.answer().reason())
                .seen(new Clue("API server", e.request().toString(), e.answer().toString(), null))
                .why("a port is forwarded to a ready pod of the Service that the endpoint names")
                .write(e.hint(), "spark.hadoop.fs.s3a.endpoint"));
    }

    private static Diagnosis diagnosis(String bucket, URI endpoint, List<ThrownFacts> thrown, List<Finding> findings) {
        var bundle = Doctor.examine(evidence(bucket, thrown)).bundle();
        return new Diagnosis("bucket " + bucket + " at " + endpoint, Instant.now(), findings, List.of(), bundle);
    }

    private static Evidence evidence(String bucket, List<ThrownFacts> thrown) {
        return Evidence.of(new Subject("session", "s3", bucket), Map.of(), List.of(), thrown, DriverPoint.UNKNOWN);
    }
}
