package dev.kindling.internal.code;

import dev.kindling.diagnosis.CodeStoreException;
import dev.kindling.internal.plan.WorkloadPlan;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ivy.core.settings.IvySettings;
import org.apache.ivy.util.DefaultMessageLogger;
import org.apache.ivy.util.Message;
import org.apache.spark.util.MavenUtils;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/**
 * Maven coordinates as the jars that they stand for, with what those need: found by Spark's own resolver and with the
 * settings that its shells obey ({@code spark.jars.repositories}, {@code spark.jars.ivy}, {@code spark.jars.ivySettings}).
 *
 * @param jars to be shipped: those named, and of what they need what the image lacks
 * @param leftOut names of the others, as images have them
 */
record Packages(List<String> jars, List<String> leftOut) {
    private static final String REPOSITORIES = "spark.jars.repositories";
    private static final String HOME = "spark.jars.ivy";
    private static final String SETTINGS = "spark.jars.ivySettings";

    /** Where packages are looked for from here: paths of this machine, and addresses that may hold a password. */
    static final Set<String> KEYS = Set.of(REPOSITORIES, HOME, SETTINGS);

    private static final Packages NONE = new Packages(List.of(), List.of());

    /** Of Maven's repositories; Spark's own settings compare nothing. */
    private static final String CHECKSUMS = "sha1,md5";

    /**
     * Downloaded where they are not in the local repositories yet, and compared with the checksums that their repository
     * states.
     *
     * @throws CodeStoreException if one cannot be had
     */
    static Packages resolve(WorkloadPlan plan, ImageJars image) {
        var coordinates = plan.dependencies().packages();
        return coordinates.isEmpty() ? NONE : of(coordinates, found(plan, coordinates), image);
    }

    /** What was asked for goes along even if the image has another: its version was chosen. */
    static Packages of(List<String> coordinates, List<String> found, ImageJars image) {
        var lacked = found.stream()
                .collect(Collectors.partitioningBy(
                        jar -> isNamed(jar, coordinates) || image.lacks(inImage(fileName(jar)))));
        return new Packages(
                lacked.get(true),
                lacked.get(false).stream().map(jar -> inImage(fileName(jar))).toList());
    }

    private static String fileName(String jar) {
        return Path.of(jar).getFileName().toString();
    }

    /** Spark calls the files {@code group_artifact-version.jar}. */
    private static boolean isNamed(String jar, List<String> coordinates) {
        return coordinates.stream().map(text -> text.split(":")).anyMatch(parts -> fileName(jar)
                .startsWith(parts[0] + "_" + parts[1] + "-" + parts[2]));
    }

    /** Images have no groups in names. */
    private static String inImage(String file) {
        return file.substring(file.indexOf('_') + 1);
    }

    /** One at a time: the resolver takes the standard output of this JVM for as long as it works. */
    private static synchronized List<String> found(WorkloadPlan plan, List<String> coordinates) {
        var told = new ByteArrayOutputStream();
        Message.setDefaultLogger(new DefaultMessageLogger(Message.MSG_WARN)); // The level of what was tried where.
        try (var log = new PrintStream(told, true, StandardCharsets.UTF_8)) {
            var jars = MavenUtils.resolveMavenCoordinates(
                    String.join(",", coordinates),
                    settings(plan, true, log),
                    // A local Maven repository may have the description of a jar, but not the jar.
                    Option.apply(settings(plan, false, log)),
                    true,
                    MavenUtils.resolveMavenCoordinates$default$5(),
                    false,
                    log);
            return List.copyOf(CollectionConverters.asJava(jars));
        } catch (RuntimeException e) {
            var trouble = new PackageTrouble(coordinates, told.toString(StandardCharsets.UTF_8), e);
            throw new CodeStoreException(trouble.explanation(), e);
        }
    }

    private static IvySettings settings(WorkloadPlan plan, boolean withLocalMaven, PrintStream log) {
        var repositories = setting(plan, REPOSITORIES);
        var home = setting(plan, HOME);
        var file = setting(plan, SETTINGS);
        var settings = file.isDefined()
                ? MavenUtils.loadIvySettings(file.get(), repositories, home, log)
                : MavenUtils.buildIvySettings(repositories, home, withLocalMaven, log);
        if (settings.getVariable("ivy.checksums") == null) {
            settings.setVariable("ivy.checksums", CHECKSUMS);
        }
        return settings;
    }

    private static Option<String> setting(WorkloadPlan plan, String key) {
        return OptionConverters.toScala(Optional.ofNullable(plan.conf().get(key)));
    }
}
