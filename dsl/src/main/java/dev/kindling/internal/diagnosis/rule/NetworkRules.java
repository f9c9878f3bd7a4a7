package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.DriverPoint;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Executors end because they never got through to the driver. */
final class NetworkRules implements Rule {

    static final List<Rule> ALL = List.of(new NetworkRules());

    /** What Spark, Netty and the JDK say when a connection does not come about; the address first. */
    private static final Pattern NO_CONNECTION = Pattern.compile(
            "(?:Failed to connect to|Connecting to|UnknownHostException:) ?/?([\\w.\\[\\]:-]+(?:/[\\w.\\[\\]:<>]+)?)[^\\n]*");

    private static final Pattern AS_IT_BEGAN =
            Pattern.compile("CoarseGrainedExecutorBackend|SparkHadoopUtil.runAsSparkUser");

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
                .map(found -> account(
                        text,
                        found.group(),
                        driver.host().isEmpty() ? found.group(1) : driver.host() + ":" + driver.port()));
    }

    private static boolean isDriver(String line, DriverPoint driver, String log) {
        if (driver.host().isEmpty()) {
            return AS_IT_BEGAN.matcher(log).find() && line.contains("driver");
        }
        var host = driver.host().replaceAll("[\\[\\]]", "");
        return line.contains(host + ":" + driver.port()) || line.contains("UnknownHostException: " + host);
    }

    private static Account account(FailureText text, String line, String address) {
        return Account.certain("driver-unreachable", "Executors cannot reach the driver at " + address)
                .run(text.run())
                .seen(text.observed(line))
                .why("executors cannot reach the driver at " + address
                        + " (a firewall or network policy in between, or not an address that pods can route to)")
                .write(
                        ".driver(DriverPlan.defaults().host(\"..\")) with an address of this machine that pods reach, and a"
                                + " fixed .port(..) if a firewall has to be opened",
                        "spark.driver.host, spark.driver.port");
    }
}
