package dev.kindling.internal.code;

import dev.kindling.diagnosis.CodeStoreException;
import dev.kindling.diagnosis.Explanation;
import dev.kindling.internal.plan.WorkloadPlan;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.spark.util.MavenUtils;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/**
 * Maven coordinates as the jars that they stand for, with what those need: found by Spark's own resolver and with the
 * settings that its shells obey ({@code spark.jars.repositories}, {@code spark.jars.ivy}).
 */
final class Packages {
    private Packages() {}

    /** Downloaded where they are not in the local repositories yet; Ivy compares the checksums that repositories state. */
    static List<String> resolve(WorkloadPlan plan) {
        var coordinates = plan.dependencies().packages();
        if (coordinates.isEmpty()) {
            return List.of();
        }
        var said = new ByteArrayOutputStream();
        try (var log = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            var settings = MavenUtils.buildIvySettings(
                    setting(plan, "spark.jars.repositories"), setting(plan, "spark.jars.ivy"), true, log);
            var jars = MavenUtils.resolveMavenCoordinates(
                    String.join(",", coordinates),
                    settings,
                    Option.empty(),
                    true,
                    MavenUtils.resolveMavenCoordinates$default$5(),
                    false,
                    log);
            return List.copyOf(CollectionConverters.asJava(jars));
        } catch (RuntimeException e) {
            throw new CodeStoreException(
                    new Explanation(
                            "resolve .packages(" + String.join(", ", coordinates) + ")",
                            e.getMessage() + "\n" + said.toString(StandardCharsets.UTF_8),
                            "what is brought to a code store is downloaded on this machine",
                            "coordinates that are in a repository, or .conf(\"spark.jars.repositories\", \"https://..\")"),
                    e);
        }
    }

    private static Option<String> setting(WorkloadPlan plan, String key) {
        return OptionConverters.toScala(Optional.ofNullable(plan.conf().get(key)));
    }
}
