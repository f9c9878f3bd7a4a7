package dev.kindling.internal.application;

import dev.kindling.internal.manifest.Manifests;
import dev.kindling.internal.manifest.Placement;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.run.SparkManifest;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** Brings an application to a cluster and hands out its handle. */
public final class ApplicationSubmission {

    private ApplicationSubmission() {}

    /** The whole spec is checked and rendered before the cluster is asked anything. */
    public static SubmittedApplication submit(ApplicationPlan plan, KubernetesCluster cluster) {
        var operator = cluster.operator().orElseGet(Operator::kubeflow);
        var placement = Placement.none().namespace(cluster.namespace()).serviceAccount(cluster.serviceAccount());
        var manifest = Manifests.of(withImageOf(cluster, plan), operator, placement);
        return submit(manifest, Dialect.of(operator), cluster);
    }

    private static ApplicationPlan withImageOf(KubernetesCluster cluster, ApplicationPlan plan) {
        var workload = plan.workload();
        return cluster.image()
                .filter(image -> workload.image().isEmpty())
                .map(image -> plan.workload(workload.image(image)))
                .orElse(plan);
    }

    private static SubmittedApplication submit(SparkManifest manifest, Dialect dialect, KubernetesCluster cluster) {
        var connection = new SharedConnection(cluster);
        var use = connection.use();
        try {
            var created = create(use, dialect, manifest);
            return follow(connection, use, dialect, created);
        } catch (RuntimeException e) {
            use.close();
            throw e;
        }
    }

    private static GenericKubernetesResource create(SharedConnection.Use use, Dialect dialect, SparkManifest manifest) {
        var resource =
                use.client().getKubernetesSerialization().unmarshal(manifest.toYaml(), GenericKubernetesResource.class);
        resource.getMetadata().setNamespace(use.namespace());
        try {
            return use.client()
                    .genericKubernetesResources(dialect.resource())
                    .inNamespace(use.namespace())
                    .resource(resource)
                    .create();
        } catch (KubernetesClientException e) {
            throw ApplicationErrors.of(e, "create", manifest.name(), use, dialect);
        }
    }

    /** What can't be followed is not left running unseen. */
    private static SubmittedApplication follow(
            SharedConnection connection, SharedConnection.Use use, Dialect dialect, GenericKubernetesResource created) {
        try {
            return new TrackedApplication(connection, use, dialect, created);
        } catch (RuntimeException e) {
            new Deletion(use, dialect, created).request();
            throw e instanceof KubernetesClientException refused
                    ? ApplicationErrors.of(
                            refused, "watch", created.getMetadata().getName(), use, dialect)
                    : e;
        }
    }
}
