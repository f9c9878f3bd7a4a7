package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Finding;
import java.util.List;

/** A disk is full, or cannot be written to. */
final class DiskRules {

    static final List<Rule> ALL = List.of(
            new TextRule("No space left on device|Disk quota exceeded", Finding.DiskFull::new, hit -> hit.certain(
                            "disk-full", "A disk of the " + hit.plan().role() + " is full")
                    .why("shuffle and spilled data go to spark.local.dir, an emptyDir on the node's disk by default")
                    .write(
                            ".pods(PodPlan.none().volume(Volume.generatedClaim(\"100Gi\").at(\"/data\")))"
                                    + ".conf(\"spark.local.dir\", \"/data\")",
                            "spark.local.dir")),
            new TextRule("Failed to create any local dir", Finding.DiskFull::new, hit -> hit.certain(
                            "local-folder-unwritable",
                            "The " + hit.plan().role()
                                    + " can write to none of its folders for shuffle and spilled data")
                    .why("the volume is full or read-only, or belongs to another user than the image's")
                    .write(
                            ".pods(PodPlan.none().volume(Volume.generatedClaim(\"100Gi\").at(\"/data\")))"
                                    + ".conf(\"spark.local.dir\", \"/data\")",
                            "spark.local.dir")));

    private DiskRules() {}
}
