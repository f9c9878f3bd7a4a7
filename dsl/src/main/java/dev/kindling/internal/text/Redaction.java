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

    private static final String NAMES =
            "(?:secret|passw(?:or)?d|pwd|token|(?:access|secret|api|account|private)[._-]?key|credentials?(?![\\w.]{0,50}provider))";

    /** In quotes, in braces, or up to what divides settings. Backslashes are those of JSON in a string. */
    private static final String VALUE = "(?:(?<=\")[^\"\n\\\\]+|(?<=')[^'\n\\\\]+|\\{[^}\n]*\\}|[^\\s;&\"'\\\\]+)";

    /**
     * What stands before a secret in logs and messages, to be kept, and the secret. Whatever stands between is of limited length: a line of
     * 64 KiB is read once.
     */
    private static final Pattern IN_TEXT = Pattern.compile("(?i)"
            + String.join(
                    "|",
                    // secret.key=x, "password" : "x", AWS_SECRET_ACCESS_KEY: x, (fs.s3a.secret.key,x), --password x,
                    // spark.x.password x
                    "(" + NAMES + "[\\w.-]{0,100}\\s{0,9}(?:=|->)\\s*\\\\?[\"']?)" + VALUE,
                    "(" + NAMES + "(?:[_-]\\w{1,20}|(?:id)?(?=\\\\?[\"']))?\\\\?[\"']?\\s*[:=]\\s*\\\\?[\"']?)" + VALUE,
                    "(\\([\\w.-]{0,100}" + NAMES + "[\\w.-]{0,100},)[^)\\s]+",
                    "((?<![\\w-])--?[\\w-]{0,50}" + NAMES + "[\\w-]{0,50}\\s+)(?!-)\\S+",
                    "(\\b(?:spark|fs)\\.[\\w.-]{0,100}" + NAMES + "[ \\t]+(?:->[ \\t]*)?)[^\\s,;)]+",
                    // user:password@, where a key of S3 may hold any character
                    "(//)[^/@\\s]{1,300}(?=@)",
                    "(s3[an]?://)[^\\s:@/]{1,150}:[^\\s@]{1,150}(?=@)",
                    "(jdbc:oracle:\\w{1,9}:)[^\\s@]{1,150}(?=@)",
                    // headers and signed URLs
                    "(bearer )[\\w.~+/-]+=*",
                    "(authorization[\"']?\\s*[:=]\\s*[\"']?(?:basic|digest|negotiate)\\s+)[^\\s\"']+",
                    "(x-amz-[a-z-]+=)[^&\\s\"']+",
                    "([?&]sig=)[^&\\s\"']+",
                    // what is known by its looks
                    "\\b(AKIA|ASIA)[A-Z0-9]{12,}",
                    "\\b(eyJ)[\\w-]{6,}+\\.[\\w-]{6,}+(?:\\.[\\w-]*+)?",
                    "\\b(gh[pousr]_|glpat-)[\\w-]{20,}",
                    "(-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----)(?s:.*?)(?=-----END|\\z)"));

    private Redaction() {}

    /** A text that people or programs wrote, without what looks like a secret in it. */
    public static String inText(String text) {
        return IN_TEXT.matcher(text).replaceAll(found -> Matcher.quoteReplacement(prefix(found) + "***"));
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
