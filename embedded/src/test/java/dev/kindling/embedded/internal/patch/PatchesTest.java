package dev.kindling.embedded.internal.patch;

import static dev.kindling.embedded.internal.store.Objects.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import org.junit.jupiter.api.Test;

class PatchesTest {
    private static final String POD =
            "{'spec':{'containers':[{'name':'a','image':'1','env':[{'name':'X','value':'1'}]},{'name':'b'}]}}";

    @Test
    void mergeReplacesListsAndRemovesNulls() {
        assertThat(apply(PatchType.MERGE, "{'a':1,'b':{'c':1,'d':2},'e':[1]}", "{'a':null,'b':{'c':3},'e':[2]}"))
                .isEqualTo(json("{'b':{'c':3,'d':2},'e':[2]}"));
    }

    @Test
    void jsonPatchAddsAndRemoves() throws Exception {
        JsonNode patch = new ObjectMapper()
                .readTree("[{\"op\":\"add\",\"path\":\"/b\",\"value\":2},{\"op\":\"remove\",\"path\":\"/a\"}]");
        assertThat(Patches.apply(PatchType.JSON, ResourceTypes.PODS, json("{'a':1}"), patch))
                .isEqualTo(json("{'b':2}"));
        assertThatThrownBy(() -> Patches.apply(PatchType.JSON, ResourceTypes.PODS, json("{}"), patch))
                .hasMessageContaining("error in our request");
    }

    @Test
    void strategicMergeKnowsContainersByName() {
        String patch =
                "{'spec':{'containers':[{'name':'b','image':'2'},{'name':'a','env':[{'name':'Y','value':'2'}]}]}}";
        assertThat(apply(PatchType.STRATEGIC, POD, patch))
                .isEqualTo(json("{'spec':{'containers':[{'name':'a','image':'1','env':[{'name':'X','value':'1'},"
                        + "{'name':'Y','value':'2'}]},{'name':'b','image':'2'}]}}"));
    }

    @Test
    void strategicMergeFollowsItsDirectives() {
        assertThat(apply(PatchType.STRATEGIC, POD, "{'spec':{'containers':[{'name':'a','$patch':'delete'}]}}"))
                .isEqualTo(json("{'spec':{'containers':[{'name':'b'}]}}"));
        assertThat(apply(
                        PatchType.STRATEGIC,
                        "{'metadata':{'finalizers':['x','y']}}",
                        "{'metadata':{'$deleteFromPrimitiveList/finalizers':['x'],'finalizers':['z']}}"))
                .isEqualTo(json("{'metadata':{'finalizers':['y','z']}}"));
        assertThat(apply(PatchType.STRATEGIC, "{'a':{'b':1}}", "{'a':{'$patch':'replace','c':2}}"))
                .isEqualTo(json("{'a':{'c':2}}"));
    }

    @Test
    void customResourcesKnowNoStrategicMerge() {
        ResourceType custom = ResourceTypes.KUBEFLOW_APPLICATIONS;
        assertThatThrownBy(() -> Patches.apply(PatchType.STRATEGIC, custom, json("{}"), json("{}")))
                .hasMessageContaining("accepted media types include");
        assertThatThrownBy(() -> PatchType.of("application/json")).hasMessageContaining("application/merge-patch+json");
    }

    private static JsonNode apply(PatchType how, String object, String patch) {
        return Patches.apply(how, ResourceTypes.PODS, json(object), json(patch));
    }
}
