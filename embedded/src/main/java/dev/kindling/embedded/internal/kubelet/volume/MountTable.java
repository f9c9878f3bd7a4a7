package dev.kindling.embedded.internal.kubelet.volume;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which path inside the container is which file or folder of this machine. Where the kernel gives no mount namespace,
 * texts that Spark reads are rewritten with it: the longest mounted path wins, and only whole path elements count.
 */
public final class MountTable {

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

    private final Map<String, Path> mounts;
    private final Pattern any;

    private MountTable(Map<String, Path> mounts) {
        this.mounts = mounts;
        // A path starts where no path goes on: not inside "/data/opt/spark", but after "local://", "=" and ":".
        this.any = Pattern.compile("(?<![\\w.-])(" + alternatives(mounts) + ")(?![\\w.-])");
    }

    /** @param mounts path inside the container to file or folder of this machine */
    public static MountTable of(Map<String, Path> mounts) {
        var sorted = new TreeMap<String, Path>(LONGEST_FIRST);
        mounts.forEach((path, source) -> sorted.put(withoutSlash(path), source));
        return new MountTable(sorted);
    }

    /** The text with every mounted path replaced by this machine's. */
    public String rewrite(String text) {
        if (mounts.isEmpty()) {
            return text;
        }
        return any.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(mounts.get(found.group(1)))));
    }

    public Map<Path, Path> paths() {
        return mounts.entrySet().stream()
                .collect(Collectors.toMap(mount -> Path.of(mount.getKey()), Map.Entry::getValue));
    }

    private static String alternatives(Map<String, Path> mounts) {
        return mounts.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
