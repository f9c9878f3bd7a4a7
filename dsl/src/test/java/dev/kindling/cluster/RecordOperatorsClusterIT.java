package dev.kindling.cluster;

import static dev.kindling.cluster.KeptEvidence.keepWhenFound;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindling.Spark;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.target.Operator;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application that nobody works on, in a cluster that never had an operator; {@link KeptEvidence} says when this runs. What
 * an operator leaves behind when it is removed is its definition, which stands here for it.
 */
@Tag("cluster")
@EnabledIfSystemProperty(named = KeptEvidence.PROPERTY, matches = "write")
class RecordOperatorsClusterIT {

    private static final String DEFINITION =
            """
            {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
             "metadata": {"name": "sparkapplications.sparkoperator.k8s.io",
               "annotations": {"api-approved.kubernetes.io": "unapproved, a test's"}},
             "spec": {"group": "sparkoperator.k8s.io", "scope": "Namespaced",
               "names": {"kind": "SparkApplication", "listKind": "SparkApplicationList",
                 "plural": "sparkapplications", "singular": "sparkapplication"},
               "versions": [{"name": "v1beta2", "served": true, "storage": true,
                 "schema": {"openAPIV3Schema": {"type": "object", "x-kubernetes-preserve-unknown-fields": true}}}]}}
            """;

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    private static Optional<HasMetadata> made = Optional.empty();

    @BeforeAll
    static void definition() throws IOException {
        var definition = CLUSTER.client().resource(DEFINITION);
        assumeTrue(definition.get() == null, "an operator is installed");
        made = Optional.of(definition.create());
        LimitedAccount.apply(CLUSTER, "rbac-applications.yaml");
    }

    @AfterAll
    static void remove() {
        made.ifPresent(each -> CLUSTER.client().resource(each).delete());
    }

    @Test
    void anApplicationThatNobodyPicksUp(@TempDir Path folder) throws Exception {
        var run = submitted();
        try {
            keepWhenFound("operator-absent", "operator-absent", run::diagnose);
            var ordinary = LimitedAccount.target(CLUSTER, LimitedAccount.OF_APPLICATIONS, folder)
                    .operator(Operator.kubeflow());
            keepWhenFound("operator-unseen", "operator-not-watching", () -> Spark.applications(ordinary)
                    .diagnose("case")
                    .orElseThrow());
        } finally {
            run.delete();
        }
    }

    @Test
    void anOperatorThatWasScaledToNothingAndOneThatHangs() throws Exception {
        var operator = CLUSTER.client().resource(deployed()).create();
        var run = submitted();
        try {
            keepWhenFound("operator-down", "operator-down", run::diagnose);
            CLUSTER.client().resource(operator).scale(1);
            keepWhenFound("operator-hangs", "not-picked-up", run::diagnose);
        } finally {
            run.delete();
            CLUSTER.client().resource(operator).withGracePeriod(0).delete();
        }
    }

    private static SubmittedApplication submitted() {
        return Spark.application("case")
                .image(RealCluster.IMAGE)
                .python("local:///opt/spark/examples/src/main/python/pi.py")
                .submitTo(CLUSTER.target().operator(Operator.kubeflow()).preflight(false));
    }

    /** As the operator's chart does it, but for its process: that one does nothing. */
    private static Deployment deployed() {
        var labels = Map.of("app.kubernetes.io/name", "spark-operator");
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName("spark-operator-controller")
                .withNamespace(CLUSTER.namespace())
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .withReplicas(0)
                .withNewSelector()
                .withMatchLabels(labels)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("controller")
                .withImage(RealCluster.IMAGE)
                .withCommand("sleep", "infinity")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }
}
