package dev.kindling.internal.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The probe as a program, in a pod: the bucket is its argument, its settings are a variable. */
public final class PodProbe {
    /** Lines of {@code name=value}. */
    static final String SETTINGS = "KINDLING_STORE_SETTINGS";

    /** What was tried and what came of it is in the pod's termination message; any other status is none of this program. */
    static final int FAILED = 3;

    private static final Path MESSAGE = Path.of("/dev/termination-log");

    /** Kubernetes keeps 4096 bytes. */
    private static final int LONGEST = 3800;

    private PodProbe() {}

    /** Ends this JVM. */
    public static void main(String[] arguments) throws IOException {
        var failure = new StoreProbe(settings(), arguments[0]).run();
        if (failure.isPresent()) {
            var text = failure.get().call() + "\n" + failure.get().text();
            Files.write(
                    MESSAGE, text.substring(0, Math.min(text.length(), LONGEST)).getBytes(StandardCharsets.UTF_8));
        }
        System.exit(failure.isPresent() ? FAILED : 0);
    }

    private static Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        Arrays.stream(System.getenv(SETTINGS).split("\n"))
                .map(line -> line.split("=", 2))
                .forEach(pair -> settings.put(pair[0], pair[1]));
        return settings;
    }
}
