package dev.kindling.internal.check;

import dev.kindling.value.Volume;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** Mounts of one pod: each has an absolute path of its own. */
final class VolumeCheck {
    private final String where;
    private final Problems problems;

    VolumeCheck(String where, Problems problems) {
        this.where = where;
        this.problems = problems;
    }

    void check(List<Volume> volumes) {
        var byPath = new HashMap<String, Volume>();
        var secrets = new HashSet<String>();
        for (var volume : volumes) {
            if (volume.mountPath().isEmpty()) {
                problem(volume, "has no mount path", ".volume(Volume.secret(\"x\").at(\"/etc/x\"))");
                continue;
            }
            var path = volume.mountPath().get();
            if (!path.startsWith("/") || path.contains(":") || path.contains(",")) {
                problem(volume, "is mounted at \"" + path + "\", which is not an absolute path", ".at(\"/etc/x\")");
            }
            var before = byPath.putIfAbsent(path, volume);
            if (before != null) {
                problem(
                        volume,
                        "is mounted at \"" + path + "\", as " + before.source() + " is",
                        ".at(\"" + path + "-2\")");
            }
            source(volume, secrets);
        }
    }

    private void source(Volume volume, HashSet<String> secrets) {
        if (volume.source() instanceof Volume.HostPath host && !host.path().startsWith("/")) {
            problem(volume, "is not an absolute path of the node", "Volume.hostPath(\"/mnt/data\")");
        }
        if (volume.source() instanceof Volume.Secret secret && !secrets.add(secret.name())) {
            problem(
                    volume,
                    "is mounted twice, and Spark mounts a secret once",
                    "one .volume(Volume.secret(..).at(..))");
        }
    }

    private void problem(Volume volume, String why, String lineToWrite) {
        problems.add(where + " .volume(..)", volume.source(), why, lineToWrite);
    }
}
