package dev.kindling.embedded.internal.patch;

import static dev.kindling.embedded.internal.store.Objects.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.ResourceTypes;
import org.junit.jupiter.api.Test;

class ServerSideApplyTest {
    @Test
    void whatAManagerNoLongerDeclaresGoes() {
        ObjectNode object = as("a", false).create(json("{'data':{'x':'1','y':'2'}}"));
        object = as("a", false).update(object, json("{'data':{'x':'1'}}"));
        assertThat(object.get("data")).isEqualTo(json("{'x':'1'}"));
    }

    @Test
    void whatAnotherManagerDeclaresStays() {
        ObjectNode object = as("a", false).create(json("{'data':{'x':'1','y':'2'}}"));
        object = as("b", false).update(object, json("{'data':{'y':'2','z':'3'}}"));
        object = as("a", false).update(object, json("{'data':{'x':'1'}}"));
        assertThat(object.get("data")).isEqualTo(json("{'x':'1','y':'2','z':'3'}"));
    }

    @Test
    void anotherValueIsAConflictUntilForced() {
        ObjectNode object = as("a", false).create(json("{'data':{'x':'1'}}"));
        assertThatThrownBy(() -> as("b", false).update(object.deepCopy(), json("{'data':{'x':'2'}}")))
                .hasMessage("Apply failed with 1 conflict: conflict with \"a\": .data.x");
        ObjectNode forced = as("b", true).update(object.deepCopy(), json("{'data':{'x':'2'}}"));
        assertThat(forced.at("/data/x").asText()).isEqualTo("2");
        ObjectNode left = as("a", false).update(forced, json("{'data':{'q':'1'}}"));
        assertThat(left.get("data")).isEqualTo(json("{'x':'2','q':'1'}"));
    }

    @Test
    void listElementsAreOwnedByTheirKeys() {
        ObjectNode object =
                as("a", false).create(json("{'spec':{'containers':[{'name':'m','image':'1','tty':true}]}}"));
        object = as("b", false).update(object, json("{'spec':{'containers':[{'name':'s','image':'2'}]}}"));
        object = as("a", false).update(object, json("{'spec':{'containers':[{'name':'m','image':'1'}]}}"));
        assertThat(object.get("spec"))
                .isEqualTo(json("{'containers':[{'name':'m','image':'1'},{'name':'s','image':'2'}]}"));
        object = as("b", false).update(object, json("{'spec':{}}"));
        assertThat(object.get("spec")).isEqualTo(json("{'containers':[{'name':'m','image':'1'}]}"));
    }

    @Test
    void theSameAgainChangesNothing() {
        ObjectNode object = as("a", false).create(json("{'data':{'x':'1'}}"));
        assertThat(as("a", false).update(object.deepCopy(), json("{'data':{'x':'1'}}")))
                .isEqualTo(object);
    }

    @Test
    void anApplyWithoutANameOfItsManagerIsRefused() {
        assertThatThrownBy(() -> as("", false)).hasMessageContaining("is required for apply patch");
    }

    private static ServerSideApply as(String manager, boolean force) {
        return new ServerSideApply(ResourceTypes.PODS, manager, force);
    }
}
