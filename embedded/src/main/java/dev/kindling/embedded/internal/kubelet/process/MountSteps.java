package dev.kindling.embedded.internal.kubelet.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Works out what {@code mounts.sh} has to do. A mount point that the machine has is mounted over. One that it does not
 * have needs a folder in which it can be made: its nearest existing ancestor is shown as a copy ("fill").
 */
final class MountSteps {

    private static final Comparator<Path> OUTER_FIRST =
            Comparator.comparingInt(Path::getNameCount).thenComparing(Comparator.naturalOrder());

    private final TreeMap<Path, Path> mounts = new TreeMap<>(OUTER_FIRST);
    private final SortedSet<Path> filled = new TreeSet<>(OUTER_FIRST);

    private MountSteps(Map<Path, Path> wanted) throws IOException {
        for (var mount : wanted.entrySet()) {
            mounts.put(real(mount.getKey()), mount.getValue());
        }
    }

    /** Lines of {@code step TAB target [TAB source]}. */
    static List<String> of(Map<Path, Path> wanted) throws IOException {
        var steps = new MountSteps(wanted);
        steps.mounts.keySet().forEach(steps::fillAncestorOf);
        return steps.lines();
    }

    private void fillAncestorOf(Path target) {
        if (insideAnotherMount(target) || Files.exists(target)) {
            return;
        }
        Path ancestor = existing(target);
        // The root itself is always a copy.
        if (ancestor.getNameCount() > 0) {
            filled.add(ancestor);
        }
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        filled.forEach(folder -> lines.add("fill\t" + folder));
        mounts.forEach((target, source) -> {
            if (insideAnotherMount(target) || !Files.exists(target)) {
                lines.add((Files.isDirectory(source) ? "folder\t" : "file\t") + target);
            }
            lines.add("bind\t" + target + "\t" + source);
        });
        return lines;
    }

    private boolean insideAnotherMount(Path target) {
        return mounts.keySet().stream().anyMatch(other -> !other.equals(target) && target.startsWith(other));
    }

    private static Path existing(Path target) {
        Path ancestor = target;
        while (!Files.isDirectory(ancestor)) {
            ancestor = Optional.ofNullable(ancestor.getParent()).orElse(Path.of("/"));
        }
        return ancestor;
    }

    /** {@code /var/run/x} is {@code /run/x} where {@code /var/run} is a link: mounting goes by the real name. */
    private static Path real(Path target) throws IOException {
        Path normal = Path.of("/").resolve(target).normalize();
        if (normal.getNameCount() == 0) {
            throw new IOException("a volume cannot be mounted at /");
        }
        Path ancestor = existing(normal);
        return ancestor.toRealPath().resolve(ancestor.relativize(normal));
    }
}
