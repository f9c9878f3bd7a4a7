package dev.kindling.internal.application;

import dev.kindling.internal.driver.DriverLaunch;
import dev.kindling.internal.driver.LoneDriver;
import dev.kindling.internal.manifest.Manifests;
import dev.kindling.internal.manifest.Placement;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.run.SparkManifest;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import java.util.function.Function;

/** Brings an application to a cluster and hands out its handle. */
public final class ApplicationSubmission {

    private ApplicationSubmission() {}

    /** The whole spec is checked and rendered before the cluster is asked anything. */
    public static SubmittedApplication submit(ApplicationPlan plan, KubernetesCluster cluster) {
        var operator = cluster.operator().orElseGet(Operator::kubeflow);
        var placement = Placement.none().namespace(cluster.namespace()).serviceAccount(cluster.serviceAccount());
        var complete = withImageOf(cluster, plan);
        var dialect = Dialect.of(operator);
        if (dialect == Dialect.NONE) {
            var resource = Manifests.resource(complete, operator, placement);
            return submit(
                    cluster,
                    dialect,
                    use -> launch(use, resource, complete.workload().name()));
        }
        var manifest = Manifests.of(complete, operator, placement);
        return submit(cluster, dialect, use -> create(use, dialect, manifest));
    }

    private static ApplicationPlan withImageOf(KubernetesCluster cluster, ApplicationPlan plan) {
        var workload = plan.workload();
        return cluster.image()
                .filter(image -> workload.image().isEmpty())
                .map(image -> plan.workload(workload.image(image)))
                .orElse(plan);
    }

    private static SubmittedApplication submit(
            KubernetesCluster cluster,
            Dialect dialect,
            Function<SharedConnection.Use, GenericKubernetesResource> create) {
        var connection = new SharedConnection(cluster);
        var use = connection.use();
        try {
            var created = create.apply(use);
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

    private static GenericKubernetesResource launch(
            SharedConnection.Use use, Map<String, Object> resource, String name) {
        var objects = LoneDriver.objects(resource, use.namespace());
        try {
            var pod = DriverLaunch.create(use.client(), objects);
            return use.client().getKubernetesSerialization().convertValue(pod, GenericKubernetesResource.class);
        } catch (KubernetesClientException e) {
            throw ApplicationErrors.of(e, "create", name, use, Dialect.NONE);
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
