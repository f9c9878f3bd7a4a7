package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Finding;
import java.util.List;

/** A disk is full. */
final class DiskRules {

    static final List<Rule> ALL = List.of(
            new TextRule("No space left on device|Disk quota exceeded", Finding.DiskFull::new, hit -> hit.certain(
                            "disk-full", "A disk of the " + hit.plan().role() + " is full")
                    .why("shuffle and spilled data go to spark.local.dir, an emptyDir on the node's disk by default")
                    .write(
                            ".pods(PodPlan.none().volume(Volume.generatedClaim(\"100Gi\").at(\"/data\")))"
                                    + ".conf(\"spark.local.dir\", \"/data\")",
                            "spark.local.dir")));

    private DiskRules() {}
}
