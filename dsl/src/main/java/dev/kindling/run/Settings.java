package dev.kindling.run;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every effective setting of a run, in the order they were made. Immutable and thread-safe; {@code toString} is a table
 * and, like {@link #asMap}, hides secrets.
 *
 * <pre>{@code
 * Settings settings = Spark.session("words").settings();
 * settings.get("spark.app.name").ifPresent(System.out::println);
 * }</pre>
 */
public final class Settings implements Iterable<Setting> {
    /** Of the value column: JVM options are over a thousand characters. */
    private static final int WIDEST = 60;

    private final Map<String, Setting> byKey;

    private Settings(Map<String, Setting> byKey) {
        this.byKey = Collections.unmodifiableMap(byKey);
    }

    /** Of these; for the same key the later one counts. */
    public static Settings of(Iterable<Setting> settings) {
        var byKey = new LinkedHashMap<String, Setting>();
        settings.forEach(setting -> byKey.put(setting.key(), setting));
        return new Settings(byKey);
    }

    /** These and the others, which count for the same key. */
    public Settings and(Iterable<Setting> others) {
        var all = new LinkedHashMap<>(byKey);
        others.forEach(setting -> all.put(setting.key(), setting));
        return new Settings(all);
    }

    /** The setting of this key. */
    public Optional<Setting> get(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Values by key, secrets hidden. */
    public Map<String, String> asMap() {
        var shown = new LinkedHashMap<String, String>();
        byKey.forEach((key, setting) -> shown.put(key, setting.shown()));
        return Collections.unmodifiableMap(shown);
    }

    /** Those that Spark is given: all but {@link Setting.Origin#UNUSED}. */
    public List<Setting> applied() {
        return stream()
                .filter(setting -> setting.origin() != Setting.Origin.UNUSED)
                .toList();
    }

    /** In order. */
    public Stream<Setting> stream() {
        return byKey.values().stream();
    }

    @Override
    public Iterator<Setting> iterator() {
        return byKey.values().iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings settings && byKey.equals(settings.byKey);
    }

    @Override
    public int hashCode() {
        return byKey.hashCode();
    }

    /** One line a setting: key, value (cut where it is long), origin, why, in columns. */
    @Override
    public String toString() {
        int keys = stream().mapToInt(s -> s.key().length()).max().orElse(1);
        int values = Math.max(1, stream().mapToInt(s -> cell(s).length()).max().orElse(1));
        var format = "%-" + keys + "s  %-" + values + "s  %-8s  %s%n";
        var table = new StringBuilder();
        forEach(s -> table.append(String.format(format, s.key(), cell(s), s.origin(), s.why())));
        return table.toString();
    }

    private static String cell(Setting setting) {
        var shown = setting.shown();
        return shown.length() <= WIDEST ? shown : shown.substring(0, WIDEST - 3) + "...";
    }
}
