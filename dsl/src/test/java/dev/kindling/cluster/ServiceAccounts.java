package dev.kindling.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.util.List;

/** Users of the test cluster with few rights: service accounts and tokens of theirs. */
final class ServiceAccounts {

    /** The shortest that the API server gives. */
    private static final long TOKEN_SECONDS = 600;

    private ServiceAccounts() {}

    /** A service account with just these rights in the test's namespace. */
    static void create(RealCluster cluster, String name, List<PolicyRule> rules) {
        objects(name, cluster.namespace(), rules).forEach(object -> cluster.client()
                .resource(object)
                .inNamespace(cluster.namespace())
                .create());
    }

    /** An account, its Role and the binding. */
    static List<HasMetadata> objects(String name, String namespace, List<PolicyRule> rules) {
        return List.of(
                new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build(),
                new RoleBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .withRules(rules)
                        .build(),
                new RoleBindingBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "Role", name)
                        .addNewSubject(null, "ServiceAccount", name, namespace)
                        .build());
    }

    /** A token of the account. */
    static String token(RealCluster cluster, String account) {
        return token(
                cluster,
                account,
                new TokenRequestBuilder()
                        .withNewSpec()
                        .withExpirationSeconds(TOKEN_SECONDS)
                        .endSpec()
                        .build());
    }

    /** A token that is valid only while a Secret of this name exists: a way to let it expire now. */
    static String tokenBoundTo(RealCluster cluster, String account, HasMetadata secret) {
        return token(
                cluster,
                account,
                new TokenRequestBuilder()
                        .withNewSpec()
                        .withExpirationSeconds(TOKEN_SECONDS)
                        .withNewBoundObjectRef()
                        .withApiVersion("v1")
                        .withKind("Secret")
                        .withName(secret.getMetadata().getName())
                        .withUid(secret.getMetadata().getUid())
                        .endBoundObjectRef()
                        .endSpec()
                        .build());
    }

    private static String token(RealCluster cluster, String account, TokenRequest request) {
        return cluster.client()
                .serviceAccounts()
                .inNamespace(cluster.namespace())
                .withName(account)
                .tokenRequest(request)
                .getStatus()
                .getToken();
    }
}
