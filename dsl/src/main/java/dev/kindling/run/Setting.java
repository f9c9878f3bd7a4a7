package dev.kindling.run;

import dev.kindling.internal.text.Redaction;

/**
 * One effective Spark setting and why it is so. Immutable and thread-safe; {@code toString} hides secrets.
 *
 * <pre>{@code
 * Setting ui = new Setting("spark.ui.port", "0", Setting.Origin.KINDLING, "a taken port would end the JVM");
 * }</pre>
 *
 * @param key Spark's key
 * @param value the value itself, also of a secret: see {@link #shown}
 * @param origin who said so
 * @param why in a few words
 */
public record Setting(String key, String value, Origin origin, String why) {
    /** The value, hidden if the key says that it is secret. */
    public String shown() {
        return Redaction.shown(key, value);
    }

    @Override
    public String toString() {
        return key + "=" + shown() + " (" + origin + ": " + why + ")";
    }

    /** Who said so. */
    public enum Origin {
        /** The spec or the target. */
        YOU,
        /** A default or a duty of Kindling. */
        KINDLING,
        /** Found out when the run started. */
        DETECTED,
        /** Spark's own. */
        SPARK,
        /** Said by the spec, but the target has no use for it: not given to Spark. */
        UNUSED
    }
}
