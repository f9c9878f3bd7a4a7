package dev.kindling.embedded.internal.controller;

import static dev.kindling.embedded.internal.store.Objects.configMap;
import static dev.kindling.embedded.internal.store.Objects.json;
import static dev.kindling.embedded.internal.store.Objects.namespace;
import static dev.kindling.embedded.internal.store.Objects.pod;
import static dev.kindling.embedded.internal.store.ResourceTypes.CONFIG_MAPS;
import static dev.kindling.embedded.internal.store.ResourceTypes.PODS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.admission.AdmissionChain;
import dev.kindling.embedded.internal.store.DeleteOptions;
import dev.kindling.embedded.internal.store.DeleteOptions.Propagation;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceRegistry;
import dev.kindling.embedded.internal.store.ResourceTypes;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControllersTest {
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final ObjectStore store = new ObjectStore(AdmissionChain.standard());
    private final ResourceRegistry registry = new ResourceRegistry();

    @BeforeEach
    void start() {
        registry.follow(store);
        Controllers.start(store, registry, work::add);
        store.create(ResourceTypes.NAMESPACES, namespace("default"));
        settle();
    }

    @Test
    void dependentsGoWithTheirOwner() {
        ObjectNode owner = store.create(PODS, pod("driver"));
        store.create(CONFIG_MAPS, owned("c", owner));
        store.create(PODS, pod("other"));
        settle();
        store.delete(PODS, "default", "driver", DeleteOptions.DEFAULT);
        settle();
        assertThat(store.get(CONFIG_MAPS, "default", "c")).isEmpty();
        assertThat(store.get(PODS, "default", "other")).isPresent();
    }

    @Test
    void anOwnerThatCameLaterInTheSameBreathIsNotMissed() {
        store.create(CONFIG_MAPS, configMap("c"));
        ObjectNode owner = store.create(PODS, pod("driver"));
        store.update(CONFIG_MAPS, "default", "c", object -> owned("c", owner));
        settle();
        assertThat(store.get(CONFIG_MAPS, "default", "c")).isPresent();
    }

    @Test
    void anObjectWhoseOwnerIsGoneAlreadyIsCollected() {
        ObjectNode owner = store.create(PODS, pod("driver"));
        store.delete(PODS, "default", "driver", DeleteOptions.DEFAULT);
        store.create(CONFIG_MAPS, owned("c", owner));
        settle();
        assertThat(store.get(CONFIG_MAPS, "default", "c")).isEmpty();
    }

    @Test
    void inTheForegroundTheOwnerGoesLast() {
        ObjectNode owner = store.create(PODS, pod("driver"));
        ObjectNode dependent = owned("c", owner);
        Meta.of(dependent).putArray("finalizers").add("x/held");
        store.create(CONFIG_MAPS, dependent);
        settle();
        store.delete(PODS, "default", "driver", new DeleteOptions(null, Propagation.FOREGROUND, null, null, false));
        settle();
        assertThat(store.get(PODS, "default", "driver")).isPresent();
        store.update(CONFIG_MAPS, "default", "c", object -> {
            Meta.of(object).remove("finalizers");
            return object;
        });
        settle();
        assertThat(store.get(PODS, "default", "driver")).isEmpty();
        assertThat(store.get(CONFIG_MAPS, "default", "c")).isEmpty();
    }

    @Test
    void orphansStay() {
        ObjectNode owner = store.create(PODS, pod("driver"));
        store.create(CONFIG_MAPS, owned("c", owner));
        settle();
        store.delete(PODS, "default", "driver", new DeleteOptions(null, Propagation.ORPHAN, null, null, false));
        settle();
        assertThat(store.get(PODS, "default", "driver")).isEmpty();
        assertThat(store.get(CONFIG_MAPS, "default", "c"))
                .hasValueSatisfying(object -> assertThat(Meta.owners(object)).isEmpty());
    }

    @Test
    void aNamespaceGoesWithAllThatIsInIt() {
        store.create(ResourceTypes.NAMESPACES, namespace("team"));
        settle();
        assertThat(store.get(ResourceTypes.SERVICE_ACCOUNTS, "team", "default")).isPresent();
        store.create(CONFIG_MAPS, json("{'metadata':{'namespace':'team','name':'c'}}"));
        store.delete(ResourceTypes.NAMESPACES, "", "team", DeleteOptions.DEFAULT);
        settle();
        assertThat(store.get(ResourceTypes.NAMESPACES, "", "team")).isEmpty();
        assertThat(store.list(CONFIG_MAPS, "team").objects()).isEmpty();
    }

    @Test
    void aDefinitionIsServedAtOnceAndItsObjectsGoWithIt() {
        store.create(
                ResourceTypes.DEFINITIONS,
                json("{'metadata':{'name':'lamps.x.io'},'spec':{'group':'x.io','scope':'Namespaced',"
                        + "'names':{'plural':'lamps','kind':'Lamp'},'versions':[{'name':'v1','served':true}]}}"));
        var type = registry.find("x.io", "v1", "lamps").orElseThrow();
        store.create(type, json("{'metadata':{'namespace':'default','name':'a'}}"));
        store.delete(ResourceTypes.DEFINITIONS, "", "lamps.x.io", DeleteOptions.DEFAULT);
        settle();
        assertThat(registry.find("x.io", "v1", "lamps")).isEmpty();
        assertThat(store.list(type, "").objects()).isEmpty();
    }

    @Test
    void aQuotaShowsWhatIsUsed() {
        store.create(
                ResourceTypes.QUOTAS,
                json("{'metadata':{'namespace':'default','name':'q'},'spec':{'hard':{'pods':'3'}}}"));
        store.create(PODS, pod("p"));
        settle();
        assertThat(store.get(ResourceTypes.QUOTAS, "default", "q"))
                .hasValueSatisfying(quota ->
                        assertThat(quota.at("/status/used/pods").asText()).isEqualTo("1"));
    }

    @Test
    void oldEventsAreForgotten() {
        for (int i = 0; i < EventLimit.KEPT + 5; i++) {
            store.create(ResourceTypes.EVENTS, json("{'metadata':{'namespace':'default','name':'e" + i + "'}}"));
        }
        settle();
        assertThat(store.list(ResourceTypes.EVENTS, "").objects()).hasSize(EventLimit.KEPT);
        assertThat(store.get(ResourceTypes.EVENTS, "default", "e0")).isEmpty();
    }

    private void settle() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private static ObjectNode owned(String name, ObjectNode owner) {
        ObjectNode object = configMap(name);
        Meta.of(object)
                .putArray("ownerReferences")
                .addObject()
                .put("apiVersion", "v1")
                .put("kind", "Pod")
                .put("name", Meta.name(owner))
                .put("uid", Meta.uid(owner));
        return object;
    }
}
