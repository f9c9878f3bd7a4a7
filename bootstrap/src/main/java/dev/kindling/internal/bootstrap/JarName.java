package dev.kindling.internal.bootstrap;

import java.util.regex.Pattern;

/** What the name of a jar says. */
public final class JarName {
    private static final Pattern VERSIONED = Pattern.compile("(.+?)-\\d[^/]*\\.jar");

    private JarName() {}

    /** The name without version: two jars of one artifact are not both loaded. A name without version is its own. */
    public static String artifact(String file) {
        var versioned = VERSIONED.matcher(file);
        return versioned.matches() ? versioned.group(1) : file;
    }
}
