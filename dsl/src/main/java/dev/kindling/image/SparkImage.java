package dev.kindling.image;

import dev.kindling.internal.text.Names;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A container image that holds Spark, and how it is pulled. Immutable and thread-safe.
 *
 * <pre>{@code
 * SparkImage image = SparkImage.parse("registry.local/team/spark:4.1.1")
 *         .pullPolicy(PullPolicy.IF_NOT_PRESENT)
 *         .pullSecret("registry-login");
 * }</pre>
 *
 * <p>Rule: the image reference grammar of the distribution project, with a tag or a digest asked for, because the tag
 * that is left out is a different image tomorrow.
 *
 * @param reference the whole reference, for example {@code registry.local/team/spark:4.1.1}
 * @param pullPolicy when it is pulled; default: Kubernetes' ({@code IfNotPresent}, {@code Always} for tag latest)
 * @param pullSecrets names of Secrets with registry logins
 */
public record SparkImage(String reference, Optional<PullPolicy> pullPolicy, List<String> pullSecrets) {
    private static final String HOST = "(?:[A-Za-z0-9][A-Za-z0-9.-]*(?::\\d{1,5})?/)?";
    private static final String PATH = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
    private static final Pattern NAME = Pattern.compile(HOST + PATH + "(?:/" + PATH + ")*");
    private static final Pattern TAG = Pattern.compile(":[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final Pattern DIGEST = Pattern.compile("@sha256:[0-9a-f]{64}");
    private static final Pattern REFERENCE =
            Pattern.compile(NAME + "(?:" + TAG + "(?:" + DIGEST + ")?|" + DIGEST + ")");

    /** Refuses what no registry can hold, and a reference without tag and digest. */
    public SparkImage {
        if (!REFERENCE.matcher(reference).matches()) {
            throw new IllegalArgumentException(
                    "Image \"" + reference + "\" " + why(reference) + ": write .image(\"" + nearest(reference) + "\")");
        }
        pullSecrets = List.copyOf(pullSecrets);
        pullSecrets.forEach(name -> Names.requireSubdomain("Pull secret", ".pullSecret", name));
    }

    /**
     * Reads an image reference.
     *
     * @throws IllegalArgumentException if it is not one or has neither tag nor digest; the message says what to write
     */
    public static SparkImage parse(String reference) {
        return new SparkImage(reference, Optional.empty(), List.of());
    }

    /** When it is pulled. */
    public SparkImage pullPolicy(PullPolicy policy) {
        return new SparkImage(reference, Optional.of(policy), pullSecrets);
    }

    /** Also logs in with this Secret of type {@code kubernetes.io/dockerconfigjson}. */
    public SparkImage pullSecret(String name) {
        return new SparkImage(
                reference,
                pullPolicy,
                Stream.concat(pullSecrets.stream(), Stream.of(name)).toList());
    }

    private static String why(String reference) {
        if (reference.isBlank()) {
            return "is empty";
        }
        if (reference.chars().anyMatch(Character::isWhitespace)) {
            return "has a space in it";
        }
        if (NAME.matcher(reference).matches()) {
            return "has no tag, so tomorrow it can be another image";
        }
        if (REFERENCE.matcher(reference.toLowerCase(Locale.ROOT)).matches()) {
            return "has upper case letters in its repository";
        }
        return "is not an image reference";
    }

    private static String nearest(String reference) {
        var kept = reference.strip().replaceAll("\\s+", "-");
        for (var candidate : List.of(kept, kept.toLowerCase(Locale.ROOT))) {
            for (var tried : List.of(candidate, candidate + ":4.1.1")) {
                if (REFERENCE.matcher(tried).matches()) {
                    return tried;
                }
            }
        }
        return "apache/spark:4.1.1";
    }
}
