package dev.kindling.internal.preflight;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Change;
import dev.kindling.diagnosis.Clue;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.internal.text.Redaction;
import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import dev.kindling.value.EnvVariable;
import dev.kindling.value.PodPlan;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keys and passwords that a spec holds itself. What the API server or a store answers may repeat any part of what it was
 * sent, in words that no pattern knows: these values are taken out of what is told.
 */
public final class SpecSecrets {

    private static final String HIDDEN = "***";

    /** Settings that only sound so: {@code ..tokens.enabled}. */
    private static final Set<String> SWITCHES = Set.of("true", "false");

    private static final int SHORTEST = 3;

    /** An id that is shorter is a name such as {@code minio}, which hosts have, too; it opens nothing without its secret. */
    private static final int SHORTEST_ID = 8;

    private final Optional<Pattern> values;

    private SpecSecrets(Stream<String> values) {
        this.values = values.distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.collectingAndThen(Collectors.joining("|"), Optional::of))
                .filter(any -> !any.isEmpty())
                .map(any -> Pattern.compile("(?<![A-Za-z0-9])(?:" + any + ")(?![A-Za-z0-9])"));
    }

    /** Of a spec as the user wrote it. */
    public static SpecSecrets of(WorkloadPlan plan) {
        return new SpecSecrets(Stream.of(
                        settings(plan),
                        plan.s3().stream().flatMap(SpecSecrets::keys),
                        variables(plan.driverPod()),
                        variables(plan.executorPod()))
                .flatMap(each -> each));
    }

    private static Stream<String> settings(WorkloadPlan plan) {
        return plan.conf().entrySet().stream()
                .filter(entry -> Redaction.isSecret(entry.getKey()) && isSecret(entry.getValue()))
                .map(entry -> entry.getValue());
    }

    private static Stream<String> keys(S3 store) {
        return Stream.concat(Stream.of(store), store.buckets().values().stream())
                .flatMap(each -> Stream.concat(Stream.of(each.credentials()), each.credentialsFromHere().stream()))
                .filter(S3Credentials.Keys.class::isInstance)
                .map(S3Credentials.Keys.class::cast)
                .flatMap(keys -> Stream.concat(
                        Stream.of(keys.secretKey()).filter(SpecSecrets::isSecret),
                        Stream.of(keys.accessKey()).filter(id -> id.length() >= SHORTEST_ID)));
    }

    private static Stream<String> variables(PodPlan pod) {
        return pod.env().stream()
                .filter(variable -> Redaction.isSecret(variable.name()))
                .map(EnvVariable::source)
                .filter(EnvVariable.Text.class::isInstance)
                .map(source -> ((EnvVariable.Text) source).value())
                .filter(SpecSecrets::isSecret);
    }

    private static boolean isSecret(String value) {
        return value.length() >= SHORTEST && !SWITCHES.contains(value);
    }

    /** A text without them. */
    String hiddenIn(String text) {
        return values.map(any -> any.matcher(text).replaceAll(HIDDEN)).orElse(text);
    }

    /** Checks that tell none of them. */
    public List<Check> hiddenIn(List<Check> checks) {
        return checks.stream()
                .map(check -> new Check(hiddenIn(check.name()), () -> hiddenIn(check.ask())))
                .toList();
    }

    private Answer hiddenIn(Answer answer) {
        return new Answer(
                answer.findings().stream()
                        .map(each -> new Answer.Problem(each.kind(), hiddenIn(each.account())))
                        .toList(),
                answer.checked().stream().map(this::shown).toList(),
                answer.notKnown().stream().map(this::shown).toList());
    }

    private Account hiddenIn(Account account) {
        return new Account(
                account.cause(),
                account.run(),
                shown(account.what()),
                account.evidence().stream().map(this::hiddenIn).toList(),
                hiddenIn(account.why()),
                new Change(
                        hiddenIn(account.change().code()),
                        hiddenIn(account.change().key())),
                account.waitingHelps(),
                account.isCertain());
    }

    /** What others said may hold any secret; our own words would be taken for some: "secret: may not be read". */
    private Clue hiddenIn(Clue clue) {
        return new Clue(
                hiddenIn(clue.object()), hiddenIn(clue.field()), Redaction.inText(hiddenIn(clue.said())), clue.seen());
    }

    /** Our own words about addresses, which may hold a password. */
    private String shown(String text) {
        return Redaction.shown("", hiddenIn(text));
    }
}
