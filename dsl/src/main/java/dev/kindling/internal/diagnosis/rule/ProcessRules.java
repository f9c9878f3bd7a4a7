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
                    "(?<=Error occurred during initialization of VM\\n)([^\\n]+)"
                            + "|([^\\n]+)\\nError: Could not create the Java Virtual Machine",
                    Finding.ProgramFailed::new,
                    hit -> hit.certain("jvm-option", "Java does not start: " + (hit.group(1) + hit.group(2)).strip())
                            .why("the image's JVM does not take the options that it is given")
                            .write(
                                    ".conf(\"spark." + hit.plan().role()
                                            + ".extraJavaOptions\", \"..\") without that one",
                                    "spark." + hit.plan().role() + ".extraJavaOptions")));

    private ProcessRules() {}
}
