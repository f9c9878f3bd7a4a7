package dev.kindling.internal.application;

import dev.kindling.diagnosis.Explanation;
import dev.kindling.diagnosis.UnsupportedByOperatorException;
import dev.kindling.internal.operator.Dialect;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;

/** The field {@code spec.suspend} of a resource that is there. */
record SuspendField(ApplicationApi api, String name) {

    /** Strictly: a field that the resource does not know would be dropped without a word. */
    void set(String verb, boolean suspend) {
        if (api.dialect().equals(Dialect.OF_NONE)) {
            throw unsupported(verb);
        }
        try {
            api.applications()
                    .withName(name)
                    .patch(
                            new PatchContext.Builder()
                                    .withPatchType(PatchType.JSON_MERGE)
                                    .withFieldValidation(FieldValidateable.Validation.STRICT.parameterValue())
                                    .build(),
                            "{\"spec\":{\"suspend\":" + suspend + "}}");
        } catch (KubernetesClientException e) {
            throw isUnknown(e) ? unsupported(verb) : api.refused(e, verb, name);
        }
    }

    private static boolean isUnknown(KubernetesClientException e) {
        var said = String.valueOf(e.getMessage());
        return (e.getCode() == 400 || e.getCode() == 422)
                && said.contains("unknown field")
                && said.contains("spec.suspend");
    }

    private UnsupportedByOperatorException unsupported(String verb) {
        return new UnsupportedByOperatorException(
                api.dialect().product(),
                new Explanation(
                        verb + " application \"" + name + "\"",
                        "a " + api.dialect().resourceName() + " has no field spec.suspend",
                        "this version of " + api.dialect().product() + " cannot",
                        ".cancel() now and .restart() later, which begins anew as resuming would"));
    }
}
