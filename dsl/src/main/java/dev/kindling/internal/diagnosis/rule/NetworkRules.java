package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.DriverPoint;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Executors end because they never got through to the driver. */
final class NetworkRules implements Rule {

    static final String UNKNOWN_NAME = "host-unknown";
    static final String UNTRUSTED_SERVER = "tls-untrusted";
    static final String NO_SUCH_NAME = "UnknownHostException: (?!\\w+ on )([\\w.-]+)";
    static final String NO_TRUST = "PKIX path building failed|unable to find valid certification path";

    /** An address at which another server answers, the API server's before any other. */
    private static final List<Rule> UNTRUSTED = List.of(
            new TextRule(
                    "seen: no answer: ([^\\n]*(?:No subject alternative|No name matching)[^\\n]*)",
                    Finding.Unreachable::new,
                    hit -> hit.certain(
                                    "api-server-untrusted",
                                    "The API server's certificate is for other names than the kubeconfig's: "
                                            + hit.group(1))
                            .why(
                                    "the server is reached by an address that it was not set up for, or another one answers there")
                            .write(
                                    "KubernetesCluster.kubeconfig(Path.of(\"..\")) with a server that the certificate is for",
                                    "")),
            new TextRule(
                    "seen: no answer: ([^\\n]*(?:PKIX|SSL|[Cc]ertificat)[^\\n]*)",
                    Finding.Unreachable::new,
                    hit -> hit.certain(
                                    "api-server-untrusted",
                                    "The API server's certificate is not of the authority that the kubeconfig names: "
                                            + hit.group(1))
                            .why(
                                    "the kubeconfig is of another cluster, the cluster has a new authority, or something else"
                                            + " answers at its address")
                            .write(
                                    "KubernetesCluster.kubeconfig(Path.of(\"..\")) with the certificate-authority-data of this"
                                            + " cluster",
                                    "")),
            S3Rules.UNTRUSTED,
            new TextRule(NO_TRUST, Finding.Unreachable::new, hit -> hit.certain(
                            UNTRUSTED_SERVER, "The server's certificate is of an authority that Java does not trust")
                    .why("a private authority has to be in the trust store of the image")
                    .write(
                            ".conf(\"spark.driver.extraJavaOptions\", \"-Djavax.net.ssl.trustStore=..\")",
                            "spark.driver.extraJavaOptions, spark.executor.extraJavaOptions")));

    /** Nobody was asked: the line to write is the exception's own. */
    private static final Rule NO_SERVER = new TextRule(
            "(?<=Tried to find the API server\\.\n  seen: no answer: )([^\n]+)\n  do:   ([^\n]+)",
            Finding.Unreachable::new,
            hit -> hit.certain("no-cluster", "It is not known which API server to ask: " + hit.group(1))
                    .why("the kubeconfig, or its context, is not there or cannot be read")
                    .write(hit.group(2), ""));

    private static final Rule NO_ANSWER = new TextRule(
            "seen: no answer: (?![^\\n]*(?:PKIX|SSL|[Cc]ertificat))([^\\n]+)",
            Finding.Unreachable::new,
            hit -> hit.certain("api-server-unreachable", "The API server does not answer: " + hit.group(1))
                    .why(
                            "it is down, or the network between it and this machine is; executors that run go on meanwhile")
                    .write("kubectl get --raw /readyz, from this machine", "")
                    .mayPass());

    /** Of what the program itself calls, as a database. */
    private static final Rule HOST = new TextRule(NO_SUCH_NAME, Finding.Unreachable::new, hit -> hit.probable(
                    UNKNOWN_NAME, "The name " + hit.group(1) + " does not resolve in the cluster")
            .why("the host is misspelt, in another namespace, or known outside of the cluster only")
            .write(
                    "in the program, a name that pods resolve: service.namespace.svc for a Service of another"
                            + " namespace",
                    ""));

    static final List<Rule> ALL = List.of(
            new FirstOf(UNTRUSTED),
            new FirstOf(List.of(NO_SERVER, NO_ANSWER, new NetworkRules(), S3Rules.UNKNOWN_HOST, HOST)));

    /** What Spark, Netty and the JDK say when a connection does not come about; the address in one of the groups. */
    private static final Pattern NO_CONNECTION = Pattern.compile("Failed to connect to /?(\\S+)"
            + "|Connecting to /?(\\S+) (?:timed out|failed)[^\\n]*|UnknownHostException: (\\S+)[^\\n]*");

    private static final String ON_MAIN_THREAD = "Exception in thread \"main\"";
    private static final String REGISTERED = "Successfully registered with driver";

    @Override
    public Stream<Cause> causes(Evidence evidence) {
        return FailureText.in(evidence)
                .filter(FailureText::isOfExecutor)
                .flatMap(text -> unreachable(text, evidence.driver()).stream())
                .map(account -> new Cause(Finding.Unreachable::new, account));
    }

    private static Optional<Account> unreachable(FailureText text, DriverPoint driver) {
        return NO_CONNECTION
                .matcher(text.text())
                .results()
                .filter(found -> isDriver(found.group(), driver, text.text()))
                .findFirst()
                .map(found -> account(text, address(found, driver)));
    }

    /**
     * Where the driver is not known: an executor that ends on its main thread and never registered has called nobody else.
     * Later ones call each other, and of a long log the end only is here.
     */
    private static boolean isDriver(String line, DriverPoint driver, String log) {
        if (driver.host().isEmpty()) {
            return log.contains(ON_MAIN_THREAD) && !log.contains(REGISTERED);
        }
        var host = driver.host().replaceAll("[\\[\\]]", "");
        return line.contains(host + ":" + driver.port()) || line.contains("UnknownHostException: " + host);
    }

    private static String address(MatchResult found, DriverPoint driver) {
        return driver.host().isEmpty()
                ? Stream.of(found.group(1), found.group(2), found.group(3))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("")
                : driver.host() + ":" + driver.port();
    }

    private static Account account(FailureText text, String address) {
        return Account.certain("driver-unreachable", "Executors cannot reach the driver at " + address)
                .run(text.run())
                .seen(LogLines.telling(text.text()).stream().map(text::observed).toList())
                .why("executors cannot reach the driver at " + address
                        + " (a firewall or network policy in between, or not an address that pods can route to)")
                .write(
                        ".driver(DriverPlan.defaults().host(\"..\")) with an address of this machine that pods reach, and a"
                                + " fixed .port(..) if a firewall has to be opened",
                        "spark.driver.host, spark.driver.port");
    }
}
