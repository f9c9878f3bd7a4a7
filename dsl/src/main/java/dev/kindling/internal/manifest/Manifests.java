package dev.kindling.internal.manifest;

import dev.kindling.internal.check.SpecCheck;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.run.SparkManifest;
import dev.kindling.target.Operator;

/** From an application's plan to the custom resource of an operator. */
public final class Manifests {
    private Manifests() {}

    public static SparkManifest of(ApplicationPlan plan, Operator operator) {
        SpecCheck.application(plan);
        throw new UnsupportedOperationException("manifest of " + operator);
    }
}
