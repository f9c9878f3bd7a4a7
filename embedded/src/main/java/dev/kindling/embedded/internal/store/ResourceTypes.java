package dev.kindling.embedded.internal.store;

import java.util.List;

/**
 * The built-in types, and those of the definitions that are stored at the start; more come with other
 * CustomResourceDefinitions.
 */
public final class ResourceTypes {
    private static final String RBAC = "rbac.authorization.k8s.io";

    public static final ResourceType PODS =
            core("pods", "Pod").withStatus().named("po").inCategoryAll();
    public static final ResourceType SERVICES =
            core("services", "Service").withStatus().named("svc").inCategoryAll();
    public static final ResourceType ENDPOINTS = core("endpoints", "Endpoints").named("ep");
    public static final ResourceType CONFIG_MAPS =
            core("configmaps", "ConfigMap").named("cm");
    public static final ResourceType SECRETS = core("secrets", "Secret");
    public static final ResourceType EVENTS = core("events", "Event").named("ev");
    public static final ResourceType SERVICE_ACCOUNTS =
            core("serviceaccounts", "ServiceAccount").named("sa");
    public static final ResourceType CLAIMS =
            core("persistentvolumeclaims", "PersistentVolumeClaim").withStatus().named("pvc");
    public static final ResourceType QUOTAS =
            core("resourcequotas", "ResourceQuota").withStatus().named("quota");
    public static final ResourceType LIMIT_RANGES =
            core("limitranges", "LimitRange").named("limits");
    public static final ResourceType NAMESPACES =
            core("namespaces", "Namespace").clusterScoped().withStatus().named("ns");
    public static final ResourceType NODES =
            core("nodes", "Node").clusterScoped().withStatus().named("no");
    public static final ResourceType STATEFUL_SETS = ResourceType.of("apps", "v1", "statefulsets", "StatefulSet")
            .withStatus()
            .named("sts")
            .inCategoryAll();
    public static final ResourceType ROLES = ResourceType.of(RBAC, "v1", "roles", "Role");
    public static final ResourceType ROLE_BINDINGS = ResourceType.of(RBAC, "v1", "rolebindings", "RoleBinding");
    public static final ResourceType CLUSTER_ROLES =
            ResourceType.of(RBAC, "v1", "clusterroles", "ClusterRole").clusterScoped();
    public static final ResourceType CLUSTER_ROLE_BINDINGS = ResourceType.of(
                    RBAC, "v1", "clusterrolebindings", "ClusterRoleBinding")
            .clusterScoped();
    public static final ResourceType DEFINITIONS = ResourceType.of(
                    "apiextensions.k8s.io", "v1", "customresourcedefinitions", "CustomResourceDefinition")
            .clusterScoped()
            .withStatus()
            .named("crd", "crds");
    public static final ResourceType KUBEFLOW_APPLICATIONS = ResourceType.of(
                    "sparkoperator.k8s.io", "v1beta2", "sparkapplications", "SparkApplication")
            .withStatus()
            .named("sparkapp");
    public static final ResourceType KUBEFLOW_SCHEDULED_APPLICATIONS = ResourceType.of(
                    "sparkoperator.k8s.io", "v1beta2", "scheduledsparkapplications", "ScheduledSparkApplication")
            .withStatus()
            .named("scheduledsparkapp");
    public static final ResourceType KUBEFLOW_CONNECT_SERVERS = ResourceType.of(
                    "sparkoperator.k8s.io", "v1alpha1", "sparkconnects", "SparkConnect")
            .withStatus()
            .named("sparkconn");
    public static final ResourceType APACHE_APPLICATIONS = ResourceType.of(
                    "spark.apache.org", "v1", "sparkapplications", "SparkApplication")
            .withStatus()
            .named("sparkapp");

    private ResourceTypes() {}

    public static List<ResourceType> builtIn() {
        return List.of(
                PODS,
                SERVICES,
                ENDPOINTS,
                CONFIG_MAPS,
                SECRETS,
                EVENTS,
                SERVICE_ACCOUNTS,
                CLAIMS,
                QUOTAS,
                LIMIT_RANGES,
                NAMESPACES,
                NODES,
                STATEFUL_SETS,
                ROLES,
                ROLE_BINDINGS,
                CLUSTER_ROLES,
                CLUSTER_ROLE_BINDINGS,
                DEFINITIONS);
    }

    private static ResourceType core(String plural, String kind) {
        return ResourceType.of("", "v1", plural, kind);
    }
}
