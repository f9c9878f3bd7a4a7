package dev.kindling.internal.check;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Raw settings about pods that Spark reads only while it makes one, where an error ends the JVM. */
final class RawPodConf {
    private static final Pattern VOLUME =
            Pattern.compile("(spark\\.kubernetes\\.(?:driver|executor)\\.volumes\\.)([^.]*)\\.([^.]*)(?:\\.(.*))?");
    private static final Pattern LABEL = Pattern.compile("spark\\.kubernetes\\.(?:driver|executor)\\.label\\.(.*)");
    private static final Set<String> TYPES = Set.of("hostPath", "persistentVolumeClaim", "emptyDir", "nfs");

    private RawPodConf() {}

    static void check(String key, String value, Map<String, String> all, Problems problems) {
        if (!key.startsWith("spark.kubernetes.")) {
            return;
        }
        var volume = VOLUME.matcher(key);
        if (volume.matches()) {
            var mount = volume.group(1) + volume.group(2) + "." + volume.group(3) + ".mount.path";
            if (!TYPES.contains(volume.group(2))) {
                problems.addConf(
                        key,
                        value,
                        "is of volume type \"" + volume.group(2) + "\", which Spark does not know",
                        ".pods(PodPlan.none().volume(Volume.secret(\"x\").at(\"/etc/x\")))");
            } else if (!all.containsKey(mount)) {
                problems.addConf(
                        key, value, "is of a volume without mount path", ".conf(\"" + mount + "\", \"/data\")");
            } else if (key.equals(mount) && !value.startsWith("/")) {
                problems.addConf(key, value, "is not an absolute path", ".conf(\"" + mount + "\", \"/data\")");
            }
        }
        var label = LABEL.matcher(key);
        if (label.matches() && PodCheck.SPARKS_LABELS.contains(label.group(1))) {
            problems.addConf(
                    key, value, "is a label that Spark sets itself", ".label(\"my-label\", \"" + value + "\")");
        }
    }
}
