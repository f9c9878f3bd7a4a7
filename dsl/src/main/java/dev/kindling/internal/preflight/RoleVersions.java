package dev.kindling.internal.preflight;

import dev.kindling.image.SparkImage;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.value.EnvVariable;
import dev.kindling.value.PodPlan;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a spec says of the image and the Python of its driver or its executors.
 *
 * @param interpreters settings and variables that name the interpreter, the one that counts first
 */
record RoleVersions(WorkloadPlan plan, String role, PodPlan pod, List<String> interpreters) {

    private static final Pattern PYTHON = Pattern.compile("python(\\d\\.\\d+)");

    static RoleVersions ofDriver(WorkloadPlan plan) {
        return new RoleVersions(
                plan,
                "driver",
                plan.driverPod(),
                List.of(
                        "spark.pyspark.driver.python",
                        "spark.pyspark.python",
                        "PYSPARK_DRIVER_PYTHON",
                        "PYSPARK_PYTHON"));
    }

    static RoleVersions ofExecutors(WorkloadPlan plan) {
        return new RoleVersions(
                plan, "executor", plan.executorPod(), List.of("spark.pyspark.python", "PYSPARK_PYTHON"));
    }

    Optional<String> image() {
        return Optional.ofNullable(plan.conf().get("spark.kubernetes." + role + ".container.image"))
                .or(() -> Optional.ofNullable(plan.conf().get("spark.kubernetes.container.image")))
                .or(() -> plan.image().map(SparkImage::reference));
    }

    /** Of the image; one that says nothing where there is none. */
    ImageTag tag() {
        return image().map(ImageTag::of).orElse(new ImageTag(""));
    }

    /** The minor version, where the interpreter's name has one; where none is named, the image's tag. */
    Optional<String> python() {
        var named = interpreters.stream().flatMap(this::value).findFirst();
        return named.isEmpty() ? tag().python() : named.flatMap(RoleVersions::version);
    }

    private static Optional<String> version(String interpreter) {
        var found = PYTHON.matcher(interpreter);
        var last = Optional.<String>empty();
        while (found.find()) {
            last = Optional.of(found.group(1));
        }
        return last;
    }

    private Stream<String> value(String name) {
        return Stream.concat(
                Stream.ofNullable(plan.conf().get(name)),
                pod.env().stream()
                        .filter(variable -> variable.name().equals(name))
                        .flatMap(variable -> variable.source() instanceof EnvVariable.Text text
                                ? Stream.of(text.value())
                                : Stream.empty()));
    }
}
