package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Finding;
import java.util.List;

/** The API server refuses an object for what it is: quota, limit range, pod security, webhooks, what it refers to. */
final class AdmissionRules {

    static final List<Rule> ALL = List.of(
            new TextRule(
                    "exceeded quota: ([^,]+), requested: ([^\\s]+), used: ([^\\s]+), limited: ([^\\s]+)",
                    Finding.QuotaExceeded::new,
                    AdmissionRules::quota),
            new TextRule(
                    "failed quota: ([^:]+): must specify ([^\\n]+)", Finding.QuotaExceeded::new, hit -> hit.certain(
                                    "quota-needs-limits",
                                    "Quota " + hit.group(1) + " wants every pod to say its " + hit.group(2))
                            .why("a quota on limits refuses pods without them, and Spark sets no cpu limit by itself")
                            .write(
                                    hit.plan().code(".cpuLimit(\"1\")"),
                                    hit.plan().key("limit.cores", "coreLimit"))),
            new TextRule(
                    "((?:minimum|maximum) (?:cpu|memory) usage per (?:Container|Pod) is [^\\n]*?)(?:\\.|$|, metadata)",
                    Finding.QuotaExceeded::new,
                    hit -> hit.certain("limit-range", "The namespace's limit range refuses the pod: " + hit.group(1))
                            .why("a LimitRange bounds what one pod of the namespace may ask for")
                            .write(
                                    hit.plan().code(".cpuRequest(\"..\").memory(\"..\")"),
                                    hit.plan().key("request.cores", "coreRequest"))),
            new TextRule("violates PodSecurity \"([^\"]+)\": ([^\\n]+)", Finding.Rejected::new, hit -> hit.certain(
                            "pod-security", "Pod security \"" + hit.group(1) + "\" refuses the pod")
                    .why("the namespace admits only pods that say more about their security: " + hit.group(2))
                    .write(
                            ".pods(PodPlan.none().template(pod -> pod.editSpec()..)) with the security context it"
                                    + " names",
                            "spec.template.spec.securityContext of the pod template")),
            new TextRule(
                    "error looking up service account ([^/]+)/([^:]+): serviceaccount \"[^\"]+\" not found",
                    Finding.MissingObject::new,
                    hit -> hit.certain(
                                    "service-account-missing",
                                    "There is no service account " + hit.group(2) + " in namespace " + hit.group(1))
                            .why("pods run as a service account, which has to be there first")
                            .write(
                                    "kubectl create serviceaccount " + hit.group(2) + " -n " + hit.group(1)
                                            + ", or .serviceAccount(\"..\") with one that is there",
                                    "spark.kubernetes.authenticate.driver.serviceAccountName")),
            new TextRule("configmaps \"(spark-exec-[^\"]+)\" already exists", Finding.Rejected::new, hit -> hit.certain(
                            "config-map-left", "Config map " + hit.group(1) + " of an earlier session is still there")
                    .why(
                            "Spark gives the config maps of all sessions of a JVM one name, and the earlier one's could not be"
                                    + " removed")
                    .write("kubectl delete configmap " + hit.group(1) + ", or a new JVM", "")),
            new TextRule(
                            "(?:sparkapplications\\S*|pods) \"([^\"]+)\" not found",
                            Finding.PodLost::new,
                            hit -> hit.certain("run-deleted", "It was deleted before its end")
                                    .why(
                                            "its resource is gone (without an operator, its driver's pod), and what it owned went with it")
                                    .write("run.restart(), or submit it again", ""))
                    .where(FailureText::isOfSearch),
            new TextRule("namespaces \"([^\"]+)\" not found", Finding.MissingObject::new, hit -> hit.certain(
                            "namespace-missing", "There is no namespace " + hit.group(1))
                    .why("nothing can be made in it")
                    .write(
                            "kubectl create namespace " + hit.group(1) + ", or cluster.namespace(\"..\")",
                            "metadata.namespace")),
            new TextRule(
                    "unable to create new content in namespace (\\S+) because it is being terminated",
                    Finding.MissingObject::new,
                    hit -> hit.certain("namespace-terminating", "Namespace " + hit.group(1) + " is being deleted")
                            .why("nothing new can be made in it")
                            .write("cluster.namespace(\"..\") with another one", "metadata.namespace")),
            new TextRule(
                    "admission webhook \"([^\"]+)\" denied the request: ([^\\n]+)",
                    Finding.Rejected::new,
                    hit -> hit.certain("webhook-refused", "Webhook " + hit.group(1) + " refuses it: " + hit.group(2))
                            .why("a webhook of the cluster checks what is made and has a rule against this")
                            .write("what its message asks for", "")),
            new TextRule(
                    "ValidatingAdmissionPolicy '([^']+)' with binding '[^']+' denied request: ([^\\n]+)",
                    Finding.Rejected::new,
                    hit -> hit.certain("policy-refused", "Policy " + hit.group(1) + " refuses it: " + hit.group(2))
                            .why("an admission policy of the cluster has a rule against this")
                            .write("what its message asks for", "")),
            new TextRule("failed calling webhook \"([^\"]+)\"", Finding.Rejected::new, hit -> hit.certain(
                            "webhook-down", "Webhook " + hit.group(1) + " does not answer")
                    .why("the API server makes no pods while a webhook that has to agree is down")
                    .write("kubectl get mutatingwebhookconfigurations: its pods have to run", "")
                    .mayPass()));

    private AdmissionRules() {}

    private static Account quota(TextRule.Hit hit) {
        return hit.certain("quota-exceeded", "Quota " + hit.group(1) + " leaves too little: asked for " + hit.group(2))
                .why("of " + hit.group(4) + " are used: " + hit.group(3))
                .write(
                        hit.plan().code(".cpuRequest(\"..\").memory(\"..\")") + " with less, or fewer executors",
                        hit.plan().key("request.cores", "coreRequest"))
                .mayPass();
    }
}
