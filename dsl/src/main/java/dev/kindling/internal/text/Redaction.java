package dev.kindling.internal.text;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides values whose key says that they are secret. The rule is the default of Spark's {@code spark.redaction.regex}, but
 * for keys that only refer to a Secret or a file: which one is what people need to see.
 */
public final class Redaction {
    /** What stands in place of a secret. */
    public static final String HIDDEN = "*********(redacted)";

    private static final Pattern SECRET = Pattern.compile("(?i)secret|password|token|access[.]?key");

    private static final Pattern REFERENCE = Pattern.compile(
            "secretName|secretType|imagePullSecrets|spark\\.kubernetes\\.container\\.image\\.pullSecrets"
                    + "|spark\\.kubernetes\\.(driver|executor)\\.(secrets|secretKeyRef)\\..*"
                    + "|spark\\.authenticate\\.secret\\.(driver\\.|executor\\.)?file");

    /** Within a value: {@code -Dx.password=y}, and user and password of a URL. */
    private static final Pattern INSIDE =
            Pattern.compile("(?i)((?:secret|password|token|access[.]?key)[\\w.-]*=)[^\\s,;&]+|(//)[^/@\\s]+@");

    private Redaction() {}

    public static boolean isSecret(String key) {
        return SECRET.matcher(key).find() && !REFERENCE.matcher(key).matches();
    }

    private static String hidden(MatchResult inside) {
        return inside.group(1) != null ? Matcher.quoteReplacement(inside.group(1) + "***") : "//***@";
    }

    public static String shown(String key, String value) {
        return isSecret(key) ? HIDDEN : INSIDE.matcher(value).replaceAll(Redaction::hidden);
    }
}
