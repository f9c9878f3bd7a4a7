package dev.kindling.internal.preflight;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.DriverPoint;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.Subject;
import dev.kindling.internal.diagnosis.evidence.ThrownFacts;
import dev.kindling.internal.diagnosis.rule.Doctor;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the API server takes an object: a create with {@code dryRun=All}. It checks namespace, right, service account,
 * quota, limit ranges, pod security and webhooks as for the real one and stores nothing.
 *
 * @param what for example {@code the executor's pod}
 * @param secrets what the answer is told without
 * @param byUs whether this user will make it; else that it may not is no problem
 */
public record DryRunCheck(Subject subject, String what, SpecSecrets secrets, boolean byUs) {

    private static final int CONFLICT = 409;

    /** Of a pod. */
    public Check of(KubernetesClient client, Pod pod) {
        return of(() -> client.pods()
                .inNamespace(subject.namespace())
                .resource(pod)
                .dryRun()
                .create());
    }

    /** Of anything. */
    public Check of(Runnable creation) {
        return new Check(place(), () -> answer(creation));
    }

    private String place() {
        return "dry run of " + what;
    }

    private Answer answer(Runnable creation) {
        try {
            creation.run();
            return Answer.fine(place());
        } catch (KubernetesClientException e) {
            return switch (e.getCode()) {
                case CONFLICT -> Answer.fine(place()); // One of that name is there: another matter.
                case 400, 403, 404, 422, 500 -> refused(e);
                default -> throw e;
            };
        }
    }

    private Answer refused(KubernetesClientException e) {
        var said = secrets.hiddenIn(Optional.ofNullable(e.getStatus())
                .flatMap(status -> Optional.ofNullable(status.getMessage()))
                .orElse(String.valueOf(e.getMessage())));
        if (!byUs && said.contains("cannot create resource")) {
            return Answer.notKnown("whether the cluster takes " + what + ": this user may not make any");
        }
        return Answer.found(place(), problems(said));
    }

    /** By the same rules as a refusal that is met later. */
    private List<Answer.Problem> problems(String said) {
        var thrown = new ThrownFacts(subject.name(), place(), said, Instant.now());
        var evidence = Evidence.of(subject, Map.of(), List.of(), List.of(thrown), DriverPoint.UNKNOWN);
        var found = Doctor.examine(evidence).findings().stream()
                .map(finding -> new Answer.Problem(account -> finding, finding.account()))
                .toList();
        return found.isEmpty() ? List.of(new Answer.Problem(Finding.Rejected::new, other(said))) : found;
    }

    private Account other(String said) {
        return Account.certain("refused", "The API server refuses " + what)
                .seen(new Clue(subject.toString(), place(), said, null))
                .why("it says so itself")
                .write("what it names", "");
    }
}
