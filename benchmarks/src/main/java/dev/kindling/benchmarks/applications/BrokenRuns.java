package dev.kindling.benchmarks.applications;

import dev.kindling.Spark;
import dev.kindling.benchmarks.harness.Lab;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.stream.IntStream;

/**
 * Runs as an operator leaves them, as objects without processes: of every two one has failed, and its driver is still there;
 * of every ten one waits for a node.
 */
final class BrokenRuns {

    /** No node has it: the scheduler leaves the pods alone. */
    private static final String NOWHERE = "kindling.dev/benchmark";

    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

    private final Lab lab;

    private BrokenRuns(Lab lab) {
        this.lab = lab;
    }

    static void make(Lab lab, int number) {
        var cluster = KubernetesCluster.using(lab.client()).namespace(lab.namespace());
        Resources.allow(lab, SubmitPeer.spec(0).rbac());
        Spark.applications(cluster.operator(Operator.kubeflow()))
                .submitAll(IntStream.range(0, number).mapToObj(SubmitPeer::spec).toList());
        var runs = new BrokenRuns(lab);
        IntStream.range(0, number).parallel().forEach(runs::make);
    }

    /** An API server ends a connection now and then; all that is asked here can be asked twice. */
    private void make(int number) {
        try {
            run(number);
        } catch (KubernetesClientException e) {
            if (e.getCode() > 0) {
                throw e;
            }
            run(number);
        }
    }

    private void run(int number) {
        if (number % 10 == 1) {
            state(number, "SUBMITTED", "");
            driver(number);
        } else if (number % 2 == 0) {
            state(number, "FAILED", "driver container failed with ExitCode: 1, Reason: Error");
            failed(driver(number));
        } else {
            state(number, "COMPLETED", "");
        }
    }

    private void state(int number, String state, String message) {
        Resources.of(lab)
                .withName("run-" + number)
                .subresource("status")
                .patch(
                        MERGE,
                        "{\"status\":{\"executionAttempts\":1,\"driverInfo\":{},\"applicationState\":{\"state\":\""
                                + state + "\",\"errorMessage\":\"" + message + "\"}}}");
    }

    private Pod driver(int number) {
        return lab.client()
                .resource(new PodBuilder()
                        .withNewMetadata()
                        .withName("run-" + number + "-driver")
                        .withNamespace(lab.namespace())
                        .addToLabels("spark-role", "driver")
                        .addToLabels("sparkoperator.k8s.io/app-name", "run-" + number)
                        .endMetadata()
                        .withNewSpec()
                        .addToNodeSelector(NOWHERE, "none")
                        .addNewContainer()
                        .withName("spark-kubernetes-driver")
                        .withImage("registry.local/etl:7")
                        .endContainer()
                        .endSpec()
                        .build())
                .serverSideApply();
    }

    private void failed(Pod pod) {
        lab.client()
                .resource(pod)
                .subresource("status")
                .patch(
                        MERGE,
                        "{\"status\":{\"phase\":\"Failed\",\"containerStatuses\":[{\"name\":\"spark-kubernetes-driver\","
                                + "\"image\":\"registry.local/etl:7\",\"imageID\":\"\",\"ready\":false,\"restartCount\":0,"
                                + "\"state\":{\"terminated\":{\"exitCode\":1,\"reason\":\"Error\"}}}]}}");
    }
}
