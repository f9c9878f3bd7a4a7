package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.NodeFacts;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The scheduler finds no node for a pod. */
final class SchedulingRule implements Rule {

    private static final Pattern SHORT =
            Pattern.compile("(\\d+) Insufficient (cpu|memory|ephemeral-storage|[\\w./-]+)");
    /** Kubernetes before 1.34 names the taint, later versions leave that to the nodes. */
    private static final Pattern TAINT = Pattern.compile("untolerated taint(?:\\(s\\))?(?: ?\\{([^:}]+))?");

    private static final String UNBOUND = "unbound immediate PersistentVolumeClaims";
    private static final Duration PATIENCE_WITH_VOLUMES = Duration.ofSeconds(15);

    private static final Pattern CLAIM = Pattern.compile("persistentvolumeclaim \"([^\"]+)\" not found");

    @Override
    public Stream<Cause> causes(Evidence evidence) {
        return evidence.waitingPods()
                .filter(pod -> !pod.unschedulable().isEmpty())
                .flatMap(pod -> causes(pod, evidence));
    }

    private static Stream<Cause> causes(PodFacts pod, Evidence evidence) {
        var message = pod.unschedulable();
        var claim = CLAIM.matcher(message);
        if (isOfAMoment(pod, evidence, message)) {
            return Stream.empty();
        }
        if (claim.find()) {
            return Stream.of(new Cause(Finding.MissingObject::new, missingClaim(pod, claim.group(1))));
        }
        var reasons = Stream.of(
                        SHORT.matcher(message).results().map(found -> tooLittle(pod, found.group(2), evidence)),
                        TAINT.matcher(message).results().limit(1).map(found -> tainted(pod, found, evidence)),
                        plain(pod))
                .flatMap(each -> each)
                .map(account -> Fit.isNodeComing(pod, evidence) ? account.mayPass() : account)
                .map(account -> new Cause(Finding.Unschedulable::new, account))
                .toList();
        return reasons.isEmpty()
                ? Stream.of(new Cause(Finding.Unschedulable::new, selected(pod).orElseGet(() -> other(pod))))
                : reasons.stream();
    }

    /**
     * Spark makes a pod before the claims that go with it, and a volume takes its time to be made: the scheduler has said so of
     * a moment that is over, or may be soon.
     */
    private static boolean isOfAMoment(PodFacts pod, Evidence evidence, String message) {
        var claims = evidence.claims().stream()
                .filter(claim -> pod.claims().contains(claim.name()))
                .toList();
        var areThere = !claims.isEmpty()
                && claims.stream().noneMatch(claim -> claim.phase().isEmpty());
        var isNew = pod.created().plus(PATIENCE_WITH_VOLUMES).isAfter(evidence.taken());
        if (CLAIM.matcher(message).find()) {
            return areThere || claims.isEmpty() && isNew;
        }
        return message.contains(UNBOUND)
                && (isNew
                        || areThere
                                && claims.stream()
                                        .allMatch(claim -> claim.phase().equals("Bound")));
    }

    /** Nodes that the pod does not ask for are no reason, unless there are no others. */
    private static Optional<Account> selected(PodFacts pod) {
        return Optional.of(pod.unschedulable())
                .filter(message -> message.contains("node affinity/selector"))
                .map(message -> begin("unschedulable-selector", "No node has the labels that the pod asks for", pod)
                        .why(pod.nodeSelector().isEmpty() ? "its affinity fits none" : "it asks for " + labels(pod))
                        .write(
                                ".pods(PodPlan.none().nodeSelector(\"..\", \"..\")) with labels that nodes have",
                                "spark.kubernetes.node.selector.[label]"));
    }

    private static Account begin(String cause, String what, PodFacts pod) {
        return Account.certain(cause, what)
                .run(pod.run())
                .seen(pod.observed("status.conditions[PodScheduled]", pod.unschedulable()));
    }

    private static Account tooLittle(PodFacts pod, String resource, Evidence evidence) {
        var asked = pod.requests().getOrDefault(resource, "more");
        var fit = Fit.of(resource, pod, evidence);
        var plan = Plan.of(pod);
        var what = "No node has " + asked + " of " + resource + " free for the " + plan.role();
        var account = begin("unschedulable-" + resource.toLowerCase(Locale.ROOT), what, pod)
                .why(fit.why())
                .write(less(plan, resource) + (pod.isDriver() ? "" : ", or fewer executors"), key(plan, resource));
        return fit.canEver() ? account.mayPass() : account;
    }

    private static String less(Plan plan, String resource) {
        return switch (resource) {
            case "cpu" -> plan.code(".cpuRequest(\"..\")") + " with less";
            case "memory" -> plan.code(".memory(\"..\")") + " with less";
            default -> plan.code(".pod(PodPlan.none().template(..))") + " that asks for less of " + resource;
        };
    }

    private static String key(Plan plan, String resource) {
        return switch (resource) {
            case "cpu" -> plan.key("request.cores", "coreRequest");
            case "memory" -> "spark." + plan.role() + ".memory (Kubeflow: spec." + plan.role() + ".memory)";
            default ->
                "spark.kubernetes." + plan.role() + ".podTemplateFile (Kubeflow: spec." + plan.role() + ".template)";
        };
    }

    private static Account tainted(PodFacts pod, MatchResult found, Evidence evidence) {
        var keys = found.group(1) == null
                ? taints(evidence.nodesFor(pod))
                : List.of(found.group(1).strip());
        var passes = !keys.isEmpty() && keys.stream().allMatch(key -> key.startsWith("node.kubernetes.io/"));
        var what = "Nodes keep the " + pod.role() + " away by "
                + (keys.isEmpty() ? "a taint" : "their taint " + String.join(", ", keys));
        var account = begin("unschedulable-taint", what, pod)
                .why(
                        passes
                                ? "Kubernetes taints nodes that are not in order, and takes the taint back when they are"
                                : "only pods that tolerate the taint are let in")
                .write(
                        ".pods(PodPlan.none().toleration(Toleration.ofKey(\""
                                + keys.stream().findFirst().orElse("..") + "\")))",
                        "spec." + pod.role() + ".template.spec.tolerations");
        return passes ? account.mayPass() : account;
    }

    private static List<String> taints(List<NodeFacts> nodes) {
        return nodes.stream()
                .flatMap(node -> node.taints().stream())
                .filter(taint -> taint.endsWith(":NoSchedule") || taint.endsWith(":NoExecute"))
                .map(taint -> taint.substring(0, taint.indexOf('=')))
                .distinct()
                .toList();
    }

    private static Stream<Account> plain(PodFacts pod) {
        var message = pod.unschedulable();
        if (message.contains("Too many pods")) {
            return Stream.of(begin("unschedulable-pods", "The nodes hold as many pods as they may", pod)
                    .why("each kubelet has a limit of pods (110 by default), however small they are")
                    .write(".executors(ExecutorPlan.of(n)) with fewer, larger executors", "spark.executor.instances")
                    .mayPass());
        }
        if (message.contains(UNBOUND)) {
            return Stream.of(begin("claim-unbound", "A volume claim of the pod is not bound to a volume", pod)
                    .why("no volume fits it and no storage class makes one, or that takes longer than usual")
                    .write(
                            "Volume.generatedClaim(\"10Gi\", \"storage-class\") with a class that the cluster has",
                            "spec.storageClassName of the claim")
                    .mayPass());
        }
        return Stream.empty();
    }

    private static String labels(PodFacts pod) {
        return pod.nodeSelector().entrySet().stream()
                .map((Map.Entry<String, String> label) -> label.getKey() + "=" + label.getValue())
                .sorted()
                .toList()
                .toString();
    }

    private static Account missingClaim(PodFacts pod, String claim) {
        return begin("claim-missing", "There is no persistent volume claim " + claim + " in " + pod.namespace(), pod)
                .why("a pod waits for the claims that it mounts")
                .write(
                        "create the claim, or Volume.generatedClaim(\"10Gi\") to have one made",
                        "spark.kubernetes." + pod.role() + ".volumes.persistentVolumeClaim.[name].options.claimName");
    }

    private static Account other(PodFacts pod) {
        return begin("unschedulable", "The scheduler finds no node for the " + pod.role(), pod)
                .why("the scheduler's message says what each node lacks")
                .write("what the message names", "")
                .mayPass();
    }
}
