package dev.kindling.internal.preflight;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an image's tag says of the versions in it, such as {@code 4.1.1-scala2.13-java17-python3.12}. It may say what it
 * likes, and most say little; a digest counts for more than a tag, so that nothing is known then.
 */
record ImageTag(String text) {

    private static final Pattern SPARK = Pattern.compile("(?<![\\d.])(\\d+\\.\\d+)\\.\\d+(?![\\d.]*\\d)");
    private static final Pattern SCALA = Pattern.compile("scala(\\d\\.\\d+)");
    private static final Pattern JAVA = Pattern.compile("(?:java|jdk)(\\d+)");
    private static final Pattern PYTHON = Pattern.compile("python(\\d\\.\\d+)");

    static ImageTag of(String image) {
        return new ImageTag(image.contains("@") ? "" : image.substring(image.lastIndexOf(':') + 1));
    }

    /** Without the patch, for example 4.1. */
    Optional<String> spark() {
        return first(SPARK);
    }

    Optional<String> scala() {
        return first(SCALA);
    }

    Optional<Integer> java() {
        return first(JAVA).map(Integer::valueOf);
    }

    /** With the minor version, for example 3.12. */
    Optional<String> python() {
        return first(PYTHON);
    }

    private Optional<String> first(Pattern pattern) {
        var found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
