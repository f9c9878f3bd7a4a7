package dev.kindling.internal.application;

import dev.kindling.image.SparkImage;
import dev.kindling.internal.conf.ExecutorTemplate;
import dev.kindling.internal.conf.SessionConf;
import dev.kindling.internal.diagnosis.evidence.Subject;
import dev.kindling.internal.driver.LoneDriver;
import dev.kindling.internal.driver.ProbePod;
import dev.kindling.internal.manifest.Manifests;
import dev.kindling.internal.manifest.Placement;
import dev.kindling.internal.operator.Dialect;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.SessionPlan;
import dev.kindling.internal.preflight.AccountCheck;
import dev.kindling.internal.preflight.Answer;
import dev.kindling.internal.preflight.BucketCheck;
import dev.kindling.internal.preflight.Check;
import dev.kindling.internal.preflight.CommonChecks;
import dev.kindling.internal.preflight.Demand;
import dev.kindling.internal.preflight.DryRunCheck;
import dev.kindling.internal.preflight.ProgramCheck;
import dev.kindling.internal.preflight.RegistryCheck;
import dev.kindling.internal.preflight.RightsCheck;
import dev.kindling.internal.preflight.SpecSecrets;
import dev.kindling.internal.preflight.VersionCheck;
import dev.kindling.internal.rights.DriverNeeds;
import dev.kindling.internal.rights.Need;
import dev.kindling.internal.rights.SubmitterNeeds;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is looked at before an application, or a schedule of it, is submitted.
 *
 * @param said the spec's own plan: the other one's program may be a bootstrap that fetches what this one names
 */
record ApplicationChecks(
        ApplicationApi api,
        Draft draft,
        ApplicationPlan plan,
        ApplicationPlan said,
        KubernetesCluster cluster,
        Operator operator) {

    private static final String ACCOUNT = "spark.kubernetes.authenticate.driver.serviceAccountName";

    Subject subject() {
        return new Subject(isSchedule() ? "schedule" : "application", api.namespace(), draft.name());
    }

    /** All, and the resource itself, and who is asked only by those who want to know. */
    List<Check> withResource() {
        var checks = common();
        plan.workload().image().ifPresent(image -> checks.add(RegistryCheck.of(client(), image)));
        checks.add(new DryRunCheck(subject(), "the " + resource(), secrets(), true).of(Making.of(api, draft)::dryRun));
        return secrets().hiddenIn(checks);
    }

    List<Check> all() {
        return secrets().hiddenIn(common());
    }

    private List<Check> common() {
        var workload = plan.workload();
        var client = client();
        var pods = Map.of("driver", workload.driverPod(), "executor", workload.executorPod());
        var checks = new ArrayList<Check>();
        checks.add(RightsCheck.of(client, api.namespace(), needs()));
        checks.addAll(RightsCheck.ofForwards(client, api.namespace(), workload, SubmitterNeeds.forward(plan)));
        if (!isAlone()) {
            checks.add(OperatorCheck.definition(api));
            checks.add(OperatorCheck.watching(api));
        }
        checks.addAll(pods());
        checks.addAll(CommonChecks.of(client, api.namespace(), workload, pods, demands()));
        checks.addAll(account()
                .map(name -> AccountCheck.of(client, api.namespace(), name, DriverNeeds.of(workload)))
                .orElseGet(() -> List.of(new Check(
                        "service account",
                        () -> Answer.notKnown("the driver's service account: the spec names none")))));
        checks.add(ProgramCheck.of(said));
        checks.addAll(VersionCheck.ofApplication(
                said.workload(), said.program(), Manifests.SPARK_VERSION, Manifests.SCALA_VERSION));
        checks.addAll(BucketCheck.ofApplication(plan, cluster.namespace(api.namespace())));
        return checks;
    }

    /** Those of the spec as it was written: the plan that is submitted may refer to them only. */
    private SpecSecrets secrets() {
        return SpecSecrets.of(said.workload());
    }

    private boolean isSchedule() {
        return api.dialect().equals(Dialect.OF_SCHEDULES);
    }

    private List<Need> needs() {
        return isSchedule() ? SubmitterNeeds.ofSchedule(plan) : SubmitterNeeds.of(plan, operator);
    }

    private String resource() {
        return isAlone() ? "driver's pod" : api.dialect().resource().getKind();
    }

    private KubernetesClient client() {
        return api.connection().client();
    }

    private boolean isAlone() {
        return operator instanceof Operator.None;
    }

    private List<Check> pods() {
        var driver = driverPod()
                .map(pod -> new DryRunCheck(subject(), "the driver's pod", secrets(), isAlone()).of(client(), pod))
                .orElseGet(() -> new Check(
                        "driver's pod",
                        () -> Answer.notKnown("the driver's pod: only the operator knows how it looks")));
        return Stream.concat(
                        Stream.of(driver),
                        executorPod()
                                .map(pod -> new DryRunCheck(subject(), "the executor's pod", secrets(), false)
                                        .of(client(), pod))
                                .stream())
                .toList();
    }

    private List<Demand> demands() {
        var workload = plan.workload();
        var driver = driverPod()
                .map(pod ->
                        new Demand("driver", 1, false, pod, workload.driverPod().scheduling()));
        var executors = executorPod()
                .map(pod -> new Demand(
                        "executor",
                        workload.executorsToWaitFor(),
                        false,
                        pod,
                        workload.executorPod().scheduling()));
        return Stream.concat(driver.stream(), executors.stream()).toList();
    }

    /** As it would be made without an operator; empty where the spec says what only an operator does. */
    private Optional<Pod> driverPod() {
        try {
            var placement =
                    Placement.none().serviceAccount(cluster.serviceAccount()).name(draft.name());
            var tree = Manifests.resource(plan, isAlone() ? operator : Operator.apache(), placement);
            return Optional.of(LoneDriver.objects(tree, api.namespace()).pod());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Pod> executorPod() {
        var workload = plan.workload();
        return workload.image()
                .map(SparkImage::reference)
                .map(image -> ProbePod.of(
                        draft.name() + "-preflight",
                        image,
                        account(),
                        SessionConf.of(new SessionPlan(workload)),
                        ExecutorTemplate.of(workload)));
    }

    private Optional<String> account() {
        return Optional.ofNullable(plan.workload().conf().get(ACCOUNT))
                .or(() -> plan.workload().driver().serviceAccount())
                .or(cluster::serviceAccount);
    }
}
