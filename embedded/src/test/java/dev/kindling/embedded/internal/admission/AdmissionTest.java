package dev.kindling.embedded.internal.admission;

import static dev.kindling.embedded.internal.store.Objects.json;
import static dev.kindling.embedded.internal.store.Objects.namespace;
import static dev.kindling.embedded.internal.store.Objects.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.DeleteOptions;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.embedded.internal.store.StatusException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {
    private final ObjectStore store = new ObjectStore(AdmissionChain.standard());

    @BeforeEach
    void makeTheNamespace() {
        store.create(ResourceTypes.NAMESPACES, namespace("default"));
    }

    @Test
    void aPodGetsWhatItDoesNotSay() {
        ObjectNode pod = store.create(ResourceTypes.PODS, pod("p"));
        assertThat(pod.at("/status/phase").asText()).isEqualTo("Pending");
        assertThat(pod.at("/spec/serviceAccountName").asText()).isEqualTo("default");
        assertThat(pod.at("/spec/restartPolicy").asText()).isEqualTo("Always");
        assertThat(pod.at("/spec/terminationGracePeriodSeconds").asInt()).isEqualTo(30);
    }

    @Test
    void aMissingNamespaceIsNamed() {
        assertRefused(404, "{'metadata':{'namespace':'no','name':'p'}}").hasMessage("namespaces \"no\" not found");
    }

    @Test
    void theDefaultNamespaceStays() {
        assertThatThrownBy(() -> store.delete(ResourceTypes.NAMESPACES, "", "default", DeleteOptions.DEFAULT))
                .hasMessage("namespaces \"default\" is forbidden: this namespace may not be deleted");
    }

    @Test
    void aMissingServiceAccountIsNamedAsAClusterDoes() {
        assertRefused(
                        403,
                        "{'metadata':{'namespace':'default','name':'p'},'spec':{'serviceAccountName':'spark',"
                                + "'containers':[{'name':'m','image':'i:1'}]}}")
                .hasMessage("pods \"p\" is forbidden: error looking up service account default/spark: "
                        + "serviceaccount \"spark\" not found");
    }

    @Test
    void allProblemsOfAPodAreToldAtOnce() {
        assertRefused(
                        422,
                        "{'metadata':{'namespace':'default','name':'Bad_Name'},'spec':{'restartPolicy':'Sometimes',"
                                + "'containers':[{'name':'m','volumeMounts':[{'name':'v','mountPath':'/v'}]}]}}")
                .hasMessageContaining("metadata.name: Invalid value: \"Bad_Name\": a lowercase RFC 1123 subdomain")
                .hasMessageContaining("spec.restartPolicy: Unsupported value: \"Sometimes\"")
                .hasMessageContaining("spec.containers[0].image: Required value")
                .hasMessageContaining("spec.containers[0].volumeMounts[0].name: Not found: \"v\"");
        assertRefused(422, "{'metadata':{'namespace':'default','name':'p'},'spec':{}}")
                .hasMessage("Pod \"p\" is invalid: spec.containers: Required value");
    }

    @Test
    void requestsStayBelowLimits() {
        assertRefused(422, podWith("{'requests':{'cpu':'2'},'limits':{'cpu':'1'}}"))
                .hasMessageContaining("must be less than or equal to cpu limit of 1");
        assertRefused(400, podWith("{'requests':{'cpu':'two'}}")).hasMessageContaining("quantities must match");
    }

    @Test
    void aPodSpecIsFixedButForItsNodeAndImages() {
        store.create(ResourceTypes.PODS, pod("p"));
        store.update(ResourceTypes.PODS, "default", "p", object -> {
            object.withObject("/spec").put("nodeName", "n");
            return object;
        });
        assertThatThrownBy(() -> store.update(ResourceTypes.PODS, "default", "p", object -> {
                    object.withObject("/spec").put("restartPolicy", "Never");
                    return object;
                }))
                .hasMessageContaining("spec: Forbidden: pod updates may not change fields other than");
    }

    @Test
    void aQuotaCountsPodsInTheWordsOfACluster() {
        quota("{'pods':'1'}");
        store.create(ResourceTypes.PODS, pod("a"));
        assertThatThrownBy(() -> store.create(ResourceTypes.PODS, pod("b")))
                .hasMessage("pods \"b\" is forbidden: exceeded quota: q, requested: pods=1, used: pods=1, "
                        + "limited: pods=1");
        store.update(ResourceTypes.PODS, "default", "a", object -> {
            object.withObject("/status").put("phase", "Succeeded");
            return object;
        });
        assertThat(store.create(ResourceTypes.PODS, pod("c"))).isNotNull();
    }

    @Test
    void aQuotaOfMemoryWantsToBeTold() {
        quota("{'requests.memory':'1Gi','limits.cpu':'2'}");
        assertThatThrownBy(() -> store.create(ResourceTypes.PODS, pod("a")))
                .hasMessage("pods \"a\" is forbidden: failed quota: q: must specify limits.cpu for: main; "
                        + "requests.memory for: main");
        assertRefused(403, podWith("{'requests':{'memory':'1536Mi'},'limits':{'cpu':'500m'}}"))
                .hasMessage("pods \"p\" is forbidden: exceeded quota: q, requested: requests.memory=1536Mi, "
                        + "used: requests.memory=0, limited: requests.memory=1Gi");
    }

    @ParameterizedTest
    @CsvSource({"500m,500m", "1.5,1500m", "2,2", "2000,2k", "1536Mi,1536Mi", "2048Mi,2Gi", "1e3,1k", "0,0"})
    void quantitiesAreWrittenShort(String text, String expected) {
        assertThat(Quantity.parse(text))
                .hasValueSatisfying(quantity -> assertThat(quantity).hasToString(expected));
    }

    @Test
    void aSecretsTextsAreEncoded() {
        ObjectNode secret = store.create(
                ResourceTypes.SECRETS, json("{'metadata':{'namespace':'default','name':'s'},'stringData':{'k':'v'}}"));
        assertThat(secret.at("/data/k").asText()).isEqualTo("dg==");
        assertThat(secret.has("stringData")).isFalse();
    }

    private void quota(String hard) {
        store.create(
                ResourceTypes.QUOTAS,
                json("{'metadata':{'namespace':'default','name':'q'},'spec':{'hard':" + hard + "}}"));
    }

    private static String podWith(String resources) {
        return "{'metadata':{'namespace':'default','name':'p'},'spec':{'containers':[{'name':'m','image':'i:1',"
                + "'resources':" + resources + "}]}}";
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(int code, String pod) {
        return assertThatThrownBy(() -> store.create(ResourceTypes.PODS, json(pod)))
                .isInstanceOfSatisfying(
                        StatusException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
