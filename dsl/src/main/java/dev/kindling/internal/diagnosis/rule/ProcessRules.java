package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Finding;
import java.util.List;

/** The container's process does not even begin: the image is for another processor, or its JVM refuses an option. */
final class ProcessRules {

    static final List<Rule> ALL = List.of(
            new TextRule("exec format error", Finding.ImageUnavailable::new, hit -> hit.certain(
                            "image-architecture", "The image's programs are not made for the node's processor")
                    .why("the node cannot run them: the image was built for another architecture")
                    .write(
                            ".pods(PodPlan.none().nodeSelector(\"kubernetes.io/arch\", \"..\")), or .image(\"..\") with a"
                                    + " build for all nodes",
                            "spark.kubernetes.node.selector.kubernetes.io/arch")),
            new TextRule(
                    "Unrecognized (?:VM option '([^']+)'|option: (\\S+))",
                    Finding.ProgramFailed::new,
                    hit -> hit.certain(
                                    "jvm-option",
                                    "Java does not start: the image's JVM has no option " + hit.group(1) + hit.group(2))
                            .why("options of the JVM differ from version to version, and an unknown one ends it")
                            .write(
                                    ".conf(\"spark." + hit.plan().role() + ".extraJavaOptions\", \"..\") without it",
                                    "spark." + hit.plan().role() + ".extraJavaOptions")));

    private ProcessRules() {}
}
