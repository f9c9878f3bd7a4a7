package dev.kindling.storage;

import java.util.Locale;
import java.util.regex.Pattern;

/** Amazon's rules for names of buckets, which MinIO follows. */
final class Bucket {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][-a-z0-9.]{1,61}[a-z0-9]");

    private Bucket() {}

    static boolean isName(String name) {
        return NAME.matcher(name).matches() && !name.contains("..");
    }

    static String require(String name, String call) {
        if (!isName(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is no name of a bucket (3 to 63 small letters, digits,"
                    + " '-' and '.'): write " + call + "(\"" + nearest(name) + "\"..)");
        }
        return name;
    }

    private static String nearest(String name) {
        var kept = name.toLowerCase(Locale.ROOT)
                .replaceFirst("^s3a?://", "")
                .replaceAll("/.*", "")
                .replaceAll("[^-a-z0-9.]+", "-");
        return isName(kept) ? kept : "lake";
    }
}
