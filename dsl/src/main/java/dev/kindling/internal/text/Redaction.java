package dev.kindling.internal.text;

import java.util.regex.Pattern;

/** Hides values whose key says that they are secret. The rule is the default of Spark's {@code spark.redaction.regex}. */
public final class Redaction {
    /** What stands in place of a secret. */
    public static final String HIDDEN = "*********(redacted)";

    private static final Pattern SECRET = Pattern.compile("(?i)secret|password|token|access[.]?key");

    private Redaction() {}

    public static boolean isSecret(String key) {
        return SECRET.matcher(key).find();
    }

    public static String shown(String key, String value) {
        return isSecret(key) ? HIDDEN : value;
    }
}
