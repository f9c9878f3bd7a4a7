package dev.kindling.internal.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** Kubernetes' rules for names, and what a wrong name could be changed to. */
public final class Names {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern SUBDOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");

    private Names() {}

    /** RFC 1123 label: namespaces, container names. */
    public static boolean isLabel(String name) {
        return name.length() <= 63 && LABEL.matcher(name).matches();
    }

    /** RFC 1123 subdomain: secrets, config maps, service accounts, claims, priority classes. */
    public static boolean isSubdomain(String name) {
        return name.length() <= 253 && SUBDOMAIN.matcher(name).matches();
    }

    /** The nearest label, cut to {@code max} characters; {@code fallback} if nothing of the name can be kept. */
    public static String nearestLabel(String name, int max, String fallback) {
        var kept = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z0-9]+", "");
        var cut = kept.substring(0, Math.min(max, kept.length())).replaceAll("-+$", "");
        return cut.isEmpty() ? fallback : cut;
    }

    public static String requireLabel(String what, String call, String name) {
        if (!isLabel(name)) {
            throw new IllegalArgumentException(
                    wrong(what, name, 63) + call + "(\"" + nearestLabel(name, 63, "x") + "\")");
        }
        return name;
    }

    public static String requireSubdomain(String what, String call, String name) {
        if (!isSubdomain(name)) {
            throw new IllegalArgumentException(
                    wrong(what, name, 253) + call + "(\"" + nearestLabel(name, 253, "x") + "\")");
        }
        return name;
    }

    private static String wrong(String what, String name, int max) {
        return what + " \"" + name + "\" is not a Kubernetes name (lower case letters, digits and '-', at most " + max
                + " characters): write ";
    }
}
