package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Finding;
import java.util.List;
import java.util.regex.Pattern;

/** The object store refuses, does not know the bucket, or is not reached. */
final class S3Rules {

    private static final String KEYS =
            "spark.hadoop.fs.s3a.access.key, spark.hadoop.fs.s3a.secret.key, or the Secret behind"
                    + " spark.kubernetes.driver.secretKeyRef.AWS_ACCESS_KEY_ID";
    /** What any exception of S3A or of the SDK below it names. */
    private static final Pattern SPOKEN_OF =
            Pattern.compile("s3a?://|org\\.apache\\.hadoop\\.fs\\.s3a|software\\.amazon\\.awssdk|Service: S3");

    private static final String ENDPOINT = "spark.hadoop.fs.s3a.endpoint";

    /** The answer to a HEAD has no words; that to the next request has. */
    private static final List<Rule> REFUSED = List.of(
            refused(
                    "InvalidAccessKeyId|access key (?:Id )?you provided does not exist",
                    "s3-wrong-key",
                    "the store does not know the access key id"),
            refused(
                    "SignatureDoesNotMatch|request signature we calculated does not match",
                    "s3-wrong-secret",
                    "the secret key does not belong to the access key id"),
            new TextRule(
                    "RequestTimeTooSkewed|difference between the request time and the (?:current|server's) time",
                    Finding.StorageUnavailable::new,
                    hit -> hit.certain(
                                    "s3-clock-skew",
                                    "The object store refuses the request: the clocks of node and store differ by more than"
                                            + " 15 minutes")
                            .why("a request is signed with the time of day, and is not taken long after")
                            .write("nothing: have the clock of the node, or of the store, set right (NTP)", "")),
            new TextRule(
                    "AccessDeniedException: (s3a?://\\S+?):? [^\\n]*?Status Code: 403[^\\n]*:AccessDenied",
                    Finding.StorageUnavailable::new,
                    hit -> hit.certain("s3-denied", "No policy of the object store lets the request at " + hit.group(1))
                            .why(
                                    "the store took the credentials, or none were given, and whoever asks has no right to this")
                            .write(
                                    "S3.minio(\"..\").credentials(S3Credentials.secret(\"..\")) with keys that may, or a policy"
                                            + " of the bucket that lets them",
                                    KEYS)),
            new TextRule(
                    "AccessDeniedException: (s3a?://\\S+?):? [^\\n]*?Status Code: 403",
                    Finding.StorageUnavailable::new,
                    hit -> hit.certain(
                                    "s3-forbidden", "The object store refuses " + hit.group(1) + " with 403 Forbidden")
                            .why(
                                    "the access key id is unknown, the secret key is wrong, the clock of the node is off, or a"
                                            + " policy denies it; the store's answer to this request does not say which")
                            .write(
                                    "S3.minio(\"..\").credentials(S3Credentials.secret(\"..\")) with keys that work",
                                    KEYS)));

    static final List<Rule> ALL = List.of(
            new FirstOf(REFUSED),
            new TextRule(
                    "No(?:Auth|AwsCredentials)\\w*Exception|Unable to load credentials from any|No AWS Credentials provided",
                    Finding.StorageUnavailable::new,
                    hit -> hit.certain("s3-no-credentials", "There are no credentials for the object store")
                            .why(
                                    "none of Spark's providers found a key: neither settings nor environment nor the node's role")
                            .write(".s3(S3.minio(\"..\").credentials(..))", KEYS)),
            new TextRule(
                    "NoSuchBucket|The specified bucket does not exist|UnknownStoreException:[^\\n]*"
                            + "[Bb]ucket[^\\n]*(?:does not exist|not found)|FileNotFoundException: Bucket \\S+ does not exist",
                    Finding.StorageUnavailable::new,
                    hit -> hit.certain("s3-no-bucket", "The bucket does not exist")
                            .why("the store answers, and has no bucket of that name")
                            .write("s3a://bucket/.. with one that exists; Spark makes none", ENDPOINT)),
            new TextRule(
                    "(Kindling's port-forward does not reach [^\\n]*?) \\(Service: S3",
                    Finding.StorageUnavailable::new,
                    hit -> hit.certain("s3-no-forward", hit.group(1))
                            .why("the connection goes through the API server to a pod of the store's Service")
                            .write(
                                    "nothing, if the pod comes back: each connection looks for a ready one; else"
                                            + " .fromHere(\"http://..\") with an address that this machine reaches",
                                    "")
                            .mayPass()),
            new TextRule(
                    "Unable to load region|region is wrong; expecting|AuthorizationHeaderMalformed|Region must be set",
                    Finding.StorageUnavailable::new,
                    hit -> hit.certain("s3-region", "The region of the bucket is missing or wrong")
                            .why("a request is signed for a region")
                            .write(".s3(S3.aws(\"eu-central-1\"))", "spark.hadoop.fs.s3a.endpoint.region")),
            new TextRule(
                            "Unsupported or unrecognized SSL message|plaintext connection\\?",
                            Finding.StorageUnavailable::new,
                            hit -> hit.certain("s3-no-tls", "The object store speaks http, Spark tries https")
                                    .why("the endpoint is written with https, or without a scheme")
                                    .write(
                                            "S3.minio(\"http://host:9000\")",
                                            ENDPOINT + ", spark.hadoop.fs.s3a.connection.ssl.enabled"))
                    .near(SPOKEN_OF),
            new TextRule(
                    "Service: S3, Status Code: 400, Request ID: null",
                    Finding.StorageUnavailable::new,
                    hit -> hit.probable("s3-needs-tls", "What answers at the endpoint says 400, and not in S3's words")
                            .why("a server that speaks https answers http so; or it is no object store")
                            .write(
                                    "S3.minio(\"https://host:9000\")",
                                    ENDPOINT + ", spark.hadoop.fs.s3a.connection.ssl.enabled")),
            new TextRule(
                    "s3a://[^\\n]*?Unable to execute HTTP request: (?![^\\n]*PKIX)([^\\n]*?(?:No route to host|refused|timed out|failed))",
                    Finding.StorageUnavailable::new,
                    hit -> hit.certain(
                                    "s3-unreachable", "Nothing answers at the object store's address: " + hit.group(1))
                            .why("the endpoint's port or address is wrong, or a network policy is in between")
                            .write("S3.minio(\"http://host:port\") with an address that pods reach", ENDPOINT)
                            .mayPass()));

    /** Not of the API server, nor of what else a program calls: of these {@link NetworkRules} knows. */
    static final TextRule UNKNOWN_HOST = new TextRule(
                    NetworkRules.NO_SUCH_NAME, Finding.StorageUnavailable::new, S3Rules::unknownHost)
            .near(SPOKEN_OF);

    /** An authority that Java does not trust. */
    static final TextRule UNTRUSTED = new TextRule(
                    NetworkRules.NO_TRUST, Finding.StorageUnavailable::new, hit -> hit.certain(
                                    NetworkRules.UNTRUSTED_SERVER,
                                    "The object store's certificate is of an authority that Java does not trust")
                            .why("a private authority has to be in the trust store of driver and executors")
                            .write(
                                    ".conf(\"spark.driver.extraJavaOptions\", \"-Djavax.net.ssl.trustStore=..\")",
                                    "spark.driver.extraJavaOptions, spark.executor.extraJavaOptions"))
            .near(SPOKEN_OF);

    private S3Rules() {}

    private static Rule refused(String pattern, String cause, String why) {
        return new TextRule(pattern, Finding.StorageUnavailable::new, hit -> hit.certain(
                        cause, "The object store refuses the request: " + why)
                .why(why)
                .write("S3.minio(\"..\").credentials(S3Credentials.secret(\"..\")) with keys that work", KEYS));
    }

    private static final Pattern OF_SERVICE = Pattern.compile("\\.svc(\\.|$)");

    /** The SDK asks bucket.host where path style is off: a name that only Amazon's DNS knows. */
    private static Account unknownHost(TextRule.Hit hit) {
        return hit.probable(NetworkRules.UNKNOWN_NAME, "The name " + hit.group(1) + " does not resolve in the cluster")
                .why(
                        "the host is misspelt or in another namespace; where the name begins with the bucket, path style is off"
                                + (OF_SERVICE.matcher(hit.group(1)).find()
                                        ? "; a JVM outside of the cluster knows no name of a Service, and needs"
                                                + " .fromHereByPortForward() or .fromHere(\"http://..\")"
                                        : ""))
                .write(
                        "S3.minio(\"http://service.namespace:9000\"), which uses path style",
                        ENDPOINT + ", spark.hadoop.fs.s3a.path.style.access: \"true\"");
    }
}
