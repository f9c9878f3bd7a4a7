package dev.kindling.internal.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.image.SparkImage;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.internal.preflight.Reference.Kind;
import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import dev.kindling.value.PodPlan;
import dev.kindling.value.Volume;
import io.fabric8.kubernetes.api.model.EnvFromSourceBuilder;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** All ways to name a secret, a config map or a claim. */
class ReferenceTest {

    private static final WorkloadPlan PLAN = WorkloadPlan.named("any");

    @Test
    void valuesOfTheSpec() {
        var pod = PodPlan.none()
                .secretEnv("PASSWORD", "db", "password")
                .configMapEnv("LEVEL", "levels", "log")
                .volume(Volume.claim("scratch").at("/data"))
                .volume(Volume.secret("keytab").at("/keytab"));
        var plan = PLAN.image(SparkImage.parse("spark:4.1.1").pullSecret("login"))
                .s3(S3.minio("http://minio:9000").credentials(S3Credentials.secret("minio", "id", "key")));

        assertThat(Reference.of(plan, Map.of("executor", pod)))
                .containsExactlyInAnyOrder(
                        new Reference(Kind.SECRET, "db", Set.of("password"), true),
                        new Reference(Kind.CONFIG_MAP, "levels", Set.of("log"), true),
                        new Reference(Kind.CLAIM, "scratch", Set.of(), true),
                        new Reference(Kind.SECRET, "keytab", Set.of(), true),
                        new Reference(Kind.SECRET, "minio", Set.of("id", "key"), true),
                        new Reference(Kind.SECRET, "login", Set.of(), false));
    }

    @Test
    void aTemplateOfThePod() {
        var pod = PodPlan.none().template(given -> template());

        assertThat(Reference.of(PLAN, Map.of("driver", pod)))
                .containsExactlyInAnyOrder(
                        new Reference(Kind.SECRET, "tls", Set.of(), true),
                        new Reference(Kind.CONFIG_MAP, "more", Set.of(), false),
                        new Reference(Kind.CLAIM, "history", Set.of(), true),
                        new Reference(Kind.SECRET, "projected", Set.of(), true),
                        new Reference(Kind.SECRET, "db", Set.of("user"), true),
                        new Reference(Kind.CONFIG_MAP, "all", Set.of(), true),
                        new Reference(Kind.SECRET, "login", Set.of(), false));
    }

    @Test
    void rawSettingsOfTheRolesThatTheClusterMakes() {
        var plan = PLAN.conf("spark.kubernetes.executor.secretKeyRef.USER", "db:user")
                .conf("spark.kubernetes.driver.secretKeyRef.USER", "other:user")
                .conf("spark.kubernetes.executor.secrets.keytab", "/keytab")
                .conf("spark.kubernetes.executor.volumes.persistentVolumeClaim.a.options.claimName", "scratch")
                .conf("spark.kubernetes.executor.volumes.persistentVolumeClaim.b.options.claimName", "OnDemand")
                .conf("spark.kubernetes.container.image.pullSecrets", "one, two");

        assertThat(Reference.of(plan, Map.of("executor", PodPlan.none())))
                .containsExactlyInAnyOrder(
                        new Reference(Kind.SECRET, "db", Set.of("user"), true),
                        new Reference(Kind.SECRET, "keytab", Set.of(), true),
                        new Reference(Kind.CLAIM, "scratch", Set.of(), true),
                        new Reference(Kind.SECRET, "one", Set.of(), false),
                        new Reference(Kind.SECRET, "two", Set.of(), false));
    }

    private static PodBuilder template() {
        return new PodBuilder()
                .withNewSpec()
                .addNewVolume()
                .withName("tls")
                .withNewSecret()
                .withSecretName("tls")
                .endSecret()
                .endVolume()
                .addNewVolume()
                .withName("more")
                .withNewConfigMap()
                .withName("more")
                .withOptional(true)
                .endConfigMap()
                .endVolume()
                .addNewVolume()
                .withName("history")
                .withNewPersistentVolumeClaim("history", false)
                .endVolume()
                .addNewVolume()
                .withName("projected")
                .withNewProjected()
                .addNewSource()
                .withNewSecret()
                .withName("projected")
                .endSecret()
                .endSource()
                .endProjected()
                .endVolume()
                .addNewContainer()
                .withName("spark")
                .addToEnv(new EnvVarBuilder()
                        .withName("USER")
                        .withNewValueFrom()
                        .withNewSecretKeyRef("user", "db", false)
                        .endValueFrom()
                        .build())
                .addToEnvFrom(new EnvFromSourceBuilder()
                        .withNewConfigMapRef("all", null)
                        .build())
                .endContainer()
                .addNewImagePullSecret("login")
                .endSpec();
    }
}
