package dev.kindling.internal.conf;

import dev.kindling.run.Setting;
import dev.kindling.storage.S3;
import java.util.Map;
import java.util.stream.Collectors;

/** An object store as settings for this JVM. */
public final class StoreConf {
    private StoreConf() {}

    /** Credentials come from this JVM's environment, unless the store wants none. */
    public static Map<String, String> of(S3 store) {
        return S3Conf.of(store).stream().collect(Collectors.toMap(Setting::key, Setting::value));
    }
}
