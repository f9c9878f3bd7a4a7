package dev.kindling.internal.text;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides values whose key says that they are secret. The rule is the default of Spark's {@code spark.redaction.regex} and
 * some more names, but for keys that only refer to a Secret or a file: which one is what people need to see.
 */
public final class Redaction {
    /** What stands in place of a secret. */
    public static final String HIDDEN = "*********(redacted)";

    private static final Pattern SECRET =
            Pattern.compile("(?i)secret|passw(or)?d|passphrase|token|(access|account|api)[._-]?key");

    private static final Pattern REFERENCE = Pattern.compile(
            "secretName|secretType|imagePullSecrets|spark\\.kubernetes\\.container\\.image\\.pullSecrets"
                    + "|spark\\.kubernetes\\.(driver|executor)\\.(secrets|secretKeyRef)\\..*"
                    + "|spark\\.authenticate\\.secret\\.(driver\\.|executor\\.)?file");

    /** As people and other libraries name them in what they write; Spark's own rule knows fewer. */
    private static final String WRITTEN =
            "(?:secret|passw(?:or)?d|passphrase|\\bpwd|token|(?:access|account|api|secret)[._-]?key)";

    /** Within a value: {@code -Dx.password=y}, and user and password of a URL. */
    private static final Pattern INSIDE = Pattern.compile("(?i)(" + WRITTEN + "[\\w.-]*=)[^\\s,;&]+|(//)[^/@\\s]+@");

    /** In logs and messages: {@code secret.key: y}, bearer tokens, what signs a URL, AWS access key ids, private keys. */
    private static final Pattern IN_TEXT = Pattern.compile("(?i)(" + WRITTEN
            + "[\"']?\\s*[=:]\\s*[\"']?)[^\\s,;&\"']+"
            + "|((?:x-amz-[a-z-]+|[?&]sig(?:nature)?)=)[^&\\s\"']+|(bearer )[\\w.~+/-]+=*|\\b(AKIA|ASIA)[A-Z0-9]{12,}"
            + "|(-----BEGIN [A-Z ]*PRIVATE KEY-----)(?s:.*?)(?=-----END|\\z)");

    private Redaction() {}

    /** A text that people or programs wrote, without what looks like a secret in it. */
    public static String inText(String text) {
        var inside = INSIDE.matcher(text).replaceAll(Redaction::hidden);
        return IN_TEXT.matcher(inside).replaceAll(found -> Matcher.quoteReplacement(prefix(found) + "***"));
    }

    private static String prefix(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        return "";
    }

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
